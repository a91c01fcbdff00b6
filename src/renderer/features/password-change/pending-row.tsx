import { type ReactNode, useEffect, useRef } from 'react'
import type { Kept } from '../../../shared/daily-views.ts'
import type { FieldView, ItemDetail } from '../../../shared/views.ts'
import { call } from '../../api.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { ConcealedField } from '../../ui/concealed-field.tsx'
import { revealKept, useShortly } from '../history/use-kept.ts'
import { useCopyKept } from '../history/use-copy-kept.tsx'
import type { ItemActions } from '../shell/item-actions.ts'
import styles from './password-change.module.css'

type PendingRowProps = {
  readonly item: ItemDetail
  readonly field: FieldView
  readonly label: string
  readonly actions: ItemActions
  /** The row of the old one, which is still in force. */
  readonly children: ReactNode
  onError(error: unknown): void
}

/** The second phase: old and new beside each other, each one key to copy, until the user has seen the site take it. */
export function PendingRow({ item, field, label, actions, children, onError }: PendingRowProps) {
  const t = useTexts()
  const copy = useCopyKept()
  const shown = useShortly<string>(onError)
  const kept: Kept = { of: 'pending', item: item.id, field: field.id }
  const copyNew = () => copy(kept, t.passwordChange.newOf(label))
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
      <p className={styles['lead']}>{t.passwordChange.waits}</p>
      {children}
      <ConcealedField
        label={t.passwordChange.newOf(label)}
        value={shown.value}
        secondsLeft={shown.secondsLeft}
        keys="Ctrl+Shift+C"
        onToggle={() => (shown.value === null ? shown.show(() => revealKept(kept)) : shown.hide())}
        onCopy={copyNew}
        copyLabel={t.detail.copy(t.passwordChange.newOf(label))}
      />
      {actions.readOnly ? null : (
        <div className="buttons">
          <Button kind="primary" icon="check" onClick={() => settle('confirm')}>
            {t.passwordChange.confirm}
          </Button>
          <Button onClick={() => settle('drop')}>{t.passwordChange.drop}</Button>
        </div>
      )}
    </section>
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
