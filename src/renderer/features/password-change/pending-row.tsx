import { type ClipboardEvent, useEffect, useRef } from 'react'
import type { Kept } from '../../../shared/history-views.ts'
import type { FieldView, ItemDetail } from '../../../shared/item-views.ts'
import { call } from '../../api.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Mask } from '../../ui/mask.tsx'
import { SecretText } from '../../ui/secret-text.tsx'
import { useCopyKept } from '../history/use-copy-kept.tsx'
import { revealKept, useShortly } from '../history/use-kept.ts'
import type { ItemActions } from '../shell/item-actions.ts'
import styles from './password-change.module.css'

type PendingRowProps = {
  readonly item: ItemDetail
  readonly field: FieldView
  readonly label: string
  readonly actions: ItemActions
  onError(error: unknown): void
}

/** The second phase: old and new beside each other, each one key to copy, until the user has seen the site take it. */
export function PendingRow({ item, field, label, actions, onError }: PendingRowProps) {
  const t = useTexts()
  const copyKept = useCopyKept()
  const kept: Kept = { of: 'pending', item: item.id, field: field.id }
  const copyNew = () => copyKept(kept, t.passwordChange.newOf(label))
  useCopyNewKey(copyNew)
  const settle = (way: 'confirm' | 'drop') => {
    const done = call(`passwordChange.${way}`, { item: item.id, field: field.id })
    done.then(() => {
      actions.changed()
      actions.offerUndo(t.passwordChange[way === 'confirm' ? 'confirmed' : 'dropped'](item.title || t.shell.untitled))
    }, onError)
  }
  return (
    <section className={styles['pending']} aria-label={t.passwordChange.title(label)}>
      <div className={styles['pair']}>
        <Side
          name={t.passwordChange.old}
          keys="Ctrl+C"
          read={async () => (await call('item.reveal', { item: item.id, field: field.id })).value}
          onCopy={() => actions.copy(item, field.id, label)}
          onError={onError}
        />
        <Side
          name={t.passwordChange.newOne}
          keys="Ctrl+Shift+C"
          read={() => revealKept(kept)}
          onCopy={copyNew}
          onError={onError}
        />
      </div>
      <div className={styles['foot']}>
        {actions.readOnly ? null : (
          <>
            <Button kind="primary" size="small" icon="check" onClick={() => settle('confirm')}>
              {t.passwordChange.confirm}
            </Button>
            <Button size="small" onClick={() => settle('drop')}>
              {t.passwordChange.drop}
            </Button>
          </>
        )}
        <span className="muted small">{t.passwordChange.both}</span>
      </div>
    </section>
  )
}

type SideProps = {
  readonly name: string
  readonly keys: string
  read(): Promise<string>
  onCopy(): void
  onError(error: unknown): void
}

function Side({ name, keys, read, onCopy, onError }: SideProps) {
  const t = useTexts()
  const shown = useShortly<string>(onError)
  // Ctrl+C on a selected part of it would leave the value in the clipboard for good.
  const guardedCopy = (event: ClipboardEvent) => {
    event.preventDefault()
    onCopy()
  }
  const hidden = shown.value === null
  return (
    <div role="group" aria-label={name}>
      <div className={styles['name']}>{name}</div>
      <div className={styles['value']} onCopy={guardedCopy}>
        {shown.value === null ? <Mask /> : <SecretText value={shown.value} />}
      </div>
      <div className="line">
        <Button size="small" icon="copy" keys={keys} onClick={onCopy}>
          {t.passwordChange.copy}
        </Button>
        <IconButton
          size="small"
          icon={hidden ? 'eye' : 'eye-off'}
          label={hidden ? t.ui.reveal(name) : t.ui.hide(name)}
          onClick={() => (hidden ? shown.show(read) : shown.hide())}
        />
      </div>
    </div>
  )
}

/** Ctrl+C copies the old one, as ever; with Shift it is the new one. */
function useCopyNewKey(copy: () => void): void {
  const latest = useRef(copy)
  useEffect(() => {
    latest.current = copy
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const held = (event.ctrlKey || event.metaKey) && event.shiftKey && !event.altKey
      if (!held || event.key.toLowerCase() !== 'c') return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
