import type { BreachStatus } from '../../../shared/breach-views.ts'
import { errorText } from '../../error-text.ts'
import { JobBar } from '../../session/job-bar.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BreachOutcome } from './breach-outcome.tsx'
import { BreachSources } from './breach-sources.tsx'
import styles from './breaches.module.css'
import { useBreachCheck } from './use-breach-check.ts'

type BreachDialogProps = {
  readonly status: BreachStatus
  /** Findings have changed. */
  onKept(): void
  onSettings(): void
  onClose(): void
}

/** Where to look, how far it is, what came of it. While it runs, Esc stops it and shows what it has found. */
export function BreachDialog({ status, onKept, onSettings, onClose }: BreachDialogProps) {
  const t = useTexts()
  const api = useBreachCheck(onKept)
  const { check } = api
  const isRunning = check.at === 'running'
  return (
    <Dialog
      title={t.breaches.title}
      wide
      onClose={isRunning ? api.stop : onClose}
      foot={isRunning ? undefined : <Button onClick={onClose}>{check.at === 'done' ? t.ui.close : t.ui.cancel}</Button>}
    >
      <div className={styles['dialog']}>
        {check.at === 'done' ? null : <p>{t.breaches.lead(status.passwords)}</p>}
        {check.at === 'choose' ? (
          <>
            {check.error === null ? null : <Notice kind="danger">{errorText(t, check.error)}</Notice>}
            <BreachSources status={status} api={api} onSettings={onSettings} />
          </>
        ) : null}
        {isRunning ? (
          <JobBar job="breaches" label={check.of === 'file' ? t.breaches.reading : t.breaches.asking} />
        ) : null}
        {check.at === 'done' ? <BreachOutcome result={check.result} /> : null}
      </div>
    </Dialog>
  )
}
