import { useMemo } from 'react'
import type { ItemDetail } from '../../../shared/item-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ENTRY_HEIGHT, EntryList } from './entry-list.tsx'
import styles from './journal.module.css'
import { useJournalRows } from './use-journal-rows.ts'
import { useJournalVersion } from './use-journal-version.ts'

type AccessDialogProps = { readonly item: ItemDetail; onError(error: unknown): void; onClose(): void }

const MOST_SHOWN = 9

/** What was done with one item. */
export function AccessDialog({ item, onError, onClose }: AccessDialogProps) {
  const t = useTexts()
  const version = useJournalVersion()
  const filter = useMemo(() => ({ item: item.id }), [item.id])
  const rows = useJournalRows(filter, version, onError)
  const title = t.journal.ofItem(item.title || t.shell.untitled)
  return (
    <Dialog title={title} wide onClose={onClose} foot={<Button onClick={onClose}>{t.ui.close}</Button>}>
      <div className={styles['dialog']} style={{ height: ENTRY_HEIGHT * Math.min(rows.total ?? 1, MOST_SHOWN) + 1 }}>
        <EntryList rows={rows} label={title} restart={item.id} />
      </div>
    </Dialog>
  )
}
