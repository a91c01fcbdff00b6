import { useState } from 'react'
import { call } from '../../api.ts'
import { errorText } from '../../error-text.ts'
import { JobBar } from '../../session/job-bar.tsx'
import { useSession } from '../../session/session.ts'
import { useTask } from '../../session/use-task.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { useBackups } from '../backups/use-backups.ts'
import { useFailure } from '../shell/use-failure.ts'
import { BackupPane } from './backup-pane.tsx'
import styles from './time-machine.module.css'
import { Timeline } from './timeline.tsx'
import { useRestore } from './use-restore.ts'
import { type TimeMachine, useTimeMachine } from './use-time-machine.ts'

/** Any backup, read-only beside now: what is different, and the way back of a field, an item, or everything. */
export function TimeMachinePage() {
  const t = useTexts()
  const fail = useFailure()
  const machine = useTimeMachine(fail)
  const { list, loadError } = useBackups(() => {})
  const [asks, setAsks] = useState(false)
  const openOther = () => {
    call('vault.chooseFile', undefined).then(
      (file) => file && machine.choose({ handle: file.handle, name: file.name, at: null, verifiedAt: null }),
      fail
    )
  }
  return (
    <Page
      title={t.timeMachine.title}
      className={styles['page']}
      actions={<PageActions machine={machine} onOther={openOther} onEverything={() => setAsks(true)} />}
    >
      <div className={styles['timeline']}>
        {loadError === null ? null : <Notice kind="danger">{errorText(t, loadError)}</Notice>}
        {list === null ? null : (
          <Timeline backups={list} chosen={machine.chosen?.handle ?? null} onChoose={machine.choose} />
        )}
      </div>
      <div className={styles['pane']}>
        <BackupPane machine={machine} />
      </div>
      {asks ? <RestoreAllDialog machine={machine} onClose={() => setAsks(false)} /> : null}
    </Page>
  )
}

type PageActionsProps = { readonly machine: TimeMachine; onOther(): void; onEverything(): void }

function PageActions({ machine, onOther, onEverything }: PageActionsProps) {
  const t = useTexts()
  const { session } = useSession()
  const isReadOnly = session.status === 'unlocked' && session.vault.readOnly
  const differs = machine.state.at === 'open' && machine.state.difference.items.length > 0
  return (
    <>
      {machine.state.at === 'open' ? (
        <span className="line quiet">
          <Icon name="lock" />
          {t.timeMachine.readOnly}
        </span>
      ) : null}
      <Button icon="folder" onClick={onOther}>
        {t.timeMachine.openOther}
      </Button>
      <Button disabled={!differs || isReadOnly} onClick={onEverything}>
        {t.timeMachine.restoreAll}
      </Button>
    </>
  )
}

function RestoreAllDialog({ machine, onClose }: { readonly machine: TimeMachine; onClose(): void }) {
  const t = useTexts()
  const restore = useRestore(machine)
  const task = useTask(async () => {
    await restore.everything()
    onClose()
  })
  return (
    <Dialog
      title={t.timeMachine.restoreAllTitle(machine.chosen?.name ?? '')}
      onClose={() => !task.busy && onClose()}
      foot={
        <>
          <Button disabled={task.busy} onClick={onClose}>
            {t.ui.cancel}
          </Button>
          <Button kind="primary" disabled={task.busy} onClick={task.run}>
            {t.timeMachine.restoreAllAction}
          </Button>
        </>
      }
    >
      <p>{t.timeMachine.restoreAllText}</p>
      {task.busy ? <JobBar job="backup" label={t.timeMachine.restoring} cancellable={false} /> : null}
      {task.error === null ? null : <Notice kind="danger">{errorText(t, task.error)}</Notice>}
    </Dialog>
  )
}
