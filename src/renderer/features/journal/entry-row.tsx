import type { JournalEntry } from '../../../shared/journal-views.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Icon } from '../../ui/icon.tsx'
import { LetterTile } from '../../ui/letter-tile.tsx'
import { deviceName, entryBy, entryDetail, entrySubject } from './entry-words.ts'
import styles from './journal.module.css'

type EntryRowProps = {
  readonly entry: JournalEntry
  /** Absent where all entries are of one item. */
  readonly onOpen?: ((item: string) => void) | undefined
}

/** One act: when, what, with what, through what, and where. */
export function EntryRow({ entry, onOpen }: EntryRowProps) {
  const t = useTexts()
  const format = useFormat()
  const detail = entryDetail(t, entry)
  return (
    <>
      <time className={styles['when']} dateTime={new Date(entry.at).toISOString()}>
        {format.moment(entry.at)}
      </time>
      {onOpen === undefined ? null : <Subject entry={entry} onOpen={onOpen} />}
      <span className={`truncate ${styles['what']}`}>
        {t.journal.acts[entry.act]}
        {detail === '' ? null : <span className="muted"> · {detail}</span>}
      </span>
      <span className={`muted small truncate ${styles['where']}`}>
        {entry.by === '' ? null : `${entryBy(t, entry)} · `}
        {deviceName(t, entry.device)}
      </span>
    </>
  )
}

function Subject({ entry, onOpen }: { readonly entry: JournalEntry; onOpen(item: string): void }) {
  const t = useTexts()
  const { item } = entry
  const name = entrySubject(t, entry)
  if (item === null || item.title === null)
    return (
      <span className={styles['subject']}>
        <span className={styles['sign']}>
          <Icon name={item === null ? 'shield' : 'x'} />
        </span>
        <span className="truncate muted">{name}</span>
      </span>
    )
  return (
    <button
      type="button"
      className={styles['subject']}
      aria-label={t.journal.openOf(name)}
      onClick={() => onOpen(item.id)}
    >
      <LetterTile title={item.title} size="small" />
      <span className="truncate">{name}</span>
    </button>
  )
}
