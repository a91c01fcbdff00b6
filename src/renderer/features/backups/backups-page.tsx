import { useState } from 'react'
import { errorText } from '../../error-text.ts'
import { JobBar } from '../../session/job-bar.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { AskBackup, Asked } from './asked.ts'
import { BackupList } from './backup-list.tsx'
import styles from './backups.module.css'
import { CheckDialog } from './check-dialog.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { OtherBackup } from './other-backup.tsx'
import { Part } from './part.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import { useBackups } from './use-backups.ts'

/** Backups that make themselves, one that is given away, and the way back from any of them. */
export function BackupsPage() {
  const t = useTexts()
  const toast = useToast()
  const { list, loadError, makeNow } = useBackups(() => toast.show({ text: t.backups.made }))
  const [asked, setAsked] = useState<Asked | null>(null)
  const ask: AskBackup = (what, backup) => setAsked({ what, backup })
  const error = makeNow.error ?? loadError
  return (
    <Page title={t.backups.title} className={styles['page']}>
      <Part
        title={t.backups.automatic}
        text={t.backups.automaticLead}
        action={
          <Button icon="save" disabled={makeNow.busy} onClick={makeNow.run}>
            {t.backups.makeNow}
          </Button>
        }
      >
        {makeNow.busy ? <JobBar job="backup" label={t.backups.making} /> : null}
        {error === null ? null : <Notice kind="danger">{errorText(t, error)}</Notice>}
        {list === null ? null : <BackupList list={list} onAsk={ask} />}
      </Part>
      <Part
        title={t.backups.exportTitle}
        text={t.backups.exportText}
        action={
          <Button icon="export" onClick={() => setAsked({ what: 'export' })}>
            {t.backups.export}
          </Button>
        }
      />
      <OtherBackup onAsk={ask} />
      <Dialogs asked={asked} onClose={() => setAsked(null)} />
    </Page>
  )
}

function Dialogs({ asked, onClose }: { readonly asked: Asked | null; readonly onClose: () => void }) {
  if (asked === null) return null
  switch (asked.what) {
    case 'check':
      return <CheckDialog {...asked.backup} onClose={onClose} />
    case 'restore':
      return <RestoreDialog {...asked.backup} onClose={onClose} />
    case 'export':
      return <ExportDialog onClose={onClose} />
  }
}
