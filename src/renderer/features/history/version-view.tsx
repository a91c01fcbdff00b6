import type { ClipboardEvent, ReactNode } from 'react'
import type { FieldVersion, Kept } from '../../../shared/history-views.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Mask } from '../../ui/mask.tsx'
import { diffTexts } from './diff.ts'
import { DiffText } from './diff-text.tsx'
import styles from './history.module.css'
import { useCopyKept } from './use-copy-kept.tsx'
import { revealKept, useShortly } from './use-kept.ts'

type VersionViewProps = {
  readonly item: string
  readonly field: string
  readonly label: string
  readonly version: FieldVersion
  readonly now: FieldVersion
  onError(error: unknown): void
}

type Both = { readonly older: string; readonly newer: string }

/** An older value against the one of now. Concealed ones are opened when asked, both of them, and for half a minute. */
export function VersionView({ item, field, label, version, now, onError }: VersionViewProps) {
  const t = useTexts()
  const copy = useCopyKept()
  const shown = useShortly<Both>(onError)
  const kept: Kept = { of: 'version', item, field, at: version.at }
  const both = version.concealed || now.concealed ? shown.value : { older: version.value, newer: now.value }
  const read = async () => ({
    older: version.concealed ? await revealKept(kept) : version.value,
    newer: now.concealed ? (await call('item.reveal', { item, field })).value : now.value
  })
  const toggle = () => (shown.value === null ? shown.show(read) : shown.hide())
  // Ctrl+C on a selected part of a secret would leave it in the clipboard for good.
  const guardedCopy = (event: ClipboardEvent) => {
    event.preventDefault()
    copy(kept, t.history.olderOf(label))
  }
  return (
    <section
      className={styles['view']}
      aria-label={t.history.older}
      onCopy={version.concealed ? guardedCopy : undefined}
    >
      <Comparison both={both} version={version} />
      <div className="buttons">
        {version.concealed || now.concealed ? (
          <Button size="small" icon={shown.value === null ? 'eye' : 'eye-off'} onClick={toggle}>
            {shown.value === null ? t.history.reveal : t.history.hide}
          </Button>
        ) : null}
        <Button size="small" icon="copy" onClick={() => copy(kept, t.history.olderOf(label))}>
          {t.history.copy}
        </Button>
        {shown.value === null ? null : <span className="muted small num">{t.ui.seconds(shown.secondsLeft)}</span>}
      </div>
    </section>
  )
}

function Comparison({ both, version }: { readonly both: Both | null; readonly version: FieldVersion }) {
  const t = useTexts()
  const format = useFormat()
  const parts = both === null ? [] : diffTexts(both.older, both.newer)
  const value = (side: 'older' | 'newer') =>
    both === null ? <Mask /> : <DiffText parts={parts.filter(({ is }) => is === 'same' || is === side)} />
  return (
    <dl className={styles['compare']}>
      <Side name={format.moment(version.time)}>{both?.older === '' ? <Empty /> : value('older')}</Side>
      <Side name={t.history.now}>{both?.newer === '' ? <Empty /> : value('newer')}</Side>
    </dl>
  )
}

function Empty() {
  const t = useTexts()
  return <span className="muted">{t.detail.empty}</span>
}

function Side({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="muted small">{name}</dt>
      <dd className={styles['text']}>{children}</dd>
    </>
  )
}
