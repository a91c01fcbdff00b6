import type { JobName } from '../../shared/job-name.ts'
import { call } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Button } from '../ui/button.tsx'
import { Progress } from '../ui/progress.tsx'
import styles from './job-bar.module.css'
import { useJobShare } from './use-job-progress.ts'

type JobBarProps = {
  readonly job: JobName
  /** The job that giving up ends, where it is another one: a vault that is being recovered is still being opened. */
  readonly cancels?: JobName
  /** What is being done, in words. */
  readonly label: string
  readonly cancellable?: boolean
}

/** Drawn while a long job runs. Giving up is one press; the call itself then fails as cancelled. */
export function JobBar({ job, cancels = job, label, cancellable = true }: JobBarProps) {
  const t = useTexts()
  const share = useJobShare(job)
  return (
    <div className={styles['job']}>
      <Progress label={label} done={Math.round(share * 100)} total={100} />
      <div className={styles['line']}>
        <span role="status">{label}</span>
        {cancellable ? (
          <Button kind="plain" size="small" onClick={() => void call('job.cancel', { job: cancels })}>
            {t.ui.cancel}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
