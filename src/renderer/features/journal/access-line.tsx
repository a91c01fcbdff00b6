import { useEffect, useState } from 'react'
import type { ItemDetail } from '../../../shared/item-views.ts'
import type { ItemJournal } from '../../../shared/journal-views.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { AccessDialog } from './access-dialog.tsx'
import { deviceName } from './entry-words.ts'
import styles from './journal.module.css'
import { useJournalVersion } from './use-journal-version.ts'

type AccessLineProps = { readonly item: ItemDetail; onError(error: unknown): void }

/** When and where the item was last opened; nothing where that is not noted. A name and its value of a list. */
export function AccessLine({ item, onError }: AccessLineProps) {
  const t = useTexts()
  const format = useFormat()
  const access = useItemJournal(item.id, onError)
  const [open, setOpen] = useState(false)
  if (access === null || (!access.noted && access.times === 0)) return null
  const { last, times } = access
  return (
    <>
      <dt>{t.journal.line}</dt>
      <dd>
        {last === null ? (
          <span className="muted">{t.journal.never}</span>
        ) : (
          <>
            <button type="button" className={styles['open']} aria-haspopup="dialog" onClick={() => setOpen(true)}>
              {t.journal.lastOpened(format.momentWithin(last.at), deviceName(t, last.device))}
            </button>
            <span className="muted small">{t.journal.times(times)}</span>
          </>
        )}
        {open ? <AccessDialog item={item} onError={onError} onClose={() => setOpen(false)} /> : null}
      </dd>
    </>
  )
}

function useItemJournal(item: string, onError: (error: unknown) => void): ItemJournal | null {
  const version = useJournalVersion()
  const [access, setAccess] = useState<ItemJournal | null>(null)
  useEffect(() => {
    let wanted = true
    call('journal.ofItem', { item }).then((next) => wanted && setAccess(next), onError)
    return () => {
      wanted = false
    }
  }, [item, version, onError])
  return access
}
