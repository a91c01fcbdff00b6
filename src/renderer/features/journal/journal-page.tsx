import { useMemo, useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { EntryList } from './entry-list.tsx'
import { type Chosen, EVERYTHING, filterOf, isEverything } from './filter-choice.ts'
import { JournalFilters } from './journal-filters.tsx'
import styles from './journal.module.css'
import { SaveCsvDialog } from './save-csv-dialog.tsx'
import { useJournalRows } from './use-journal-rows.ts'
import { useJournalVersion } from './use-journal-version.ts'
import { useJournalView } from './use-journal-view.ts'

type JournalPageProps = { onOpen(item: string): void; onError(error: unknown): void }

/** Who did what with which secret, newest first. */
export function JournalPage({ onOpen, onError }: JournalPageProps) {
  const t = useTexts()
  const version = useJournalVersion()
  const view = useJournalView(version, onError)
  const [chosen, setChosen] = useState<Chosen>(EVERYTHING)
  const [saving, setSaving] = useState(false)
  // Days count from when they were chosen: else every drawing would be another question.
  const filter = useMemo(() => filterOf(chosen, Date.now()), [chosen])
  const rows = useJournalRows(filter, version, onError)
  const isEmpty = view?.total === 0
  return (
    <Page
      title={t.journal.title}
      className={styles['page']}
      actions={isEmpty ? null : <Button onClick={() => setSaving(true)}>{t.journal.save}</Button>}
    >
      <p className="muted small">{t.journal.lead}</p>
      {view?.kept === false ? <Notice className={styles['notice']}>{t.journal.notKept}</Notice> : null}
      {view === null ? null : isEmpty ? (
        <EmptyState at="top" title={t.journal.nothing} text={t.journal.nothingText} />
      ) : (
        <>
          <JournalFilters chosen={chosen} devices={view.devices} total={rows.total} onChoose={setChosen} />
          {rows.total === 0 && !isEverything(chosen) ? (
            <EmptyState at="top" title={t.journal.noMatch}>
              <Button onClick={() => setChosen(EVERYTHING)}>{t.journal.clearFilters}</Button>
            </EmptyState>
          ) : (
            <EntryList rows={rows} label={t.journal.title} restart={JSON.stringify(filter)} onOpen={onOpen} />
          )}
        </>
      )}
      {saving ? <SaveCsvDialog filter={filter} onClose={() => setSaving(false)} /> : null}
    </Page>
  )
}
