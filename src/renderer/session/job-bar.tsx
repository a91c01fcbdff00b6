import type { JobName } from '../../shared/contract.ts'
import { call } from '../api.ts'
import { useTexts } from '../texts/use-texts.ts'
import { Button } from '../ui/button.tsx'
import { Progress } from '../ui/progress.tsx'
import styles from './job-bar.module.css'
import { useJobShare } from './use-job-progress.ts'

type JobBarProps = {
  readonly job: JobName
  /** What is being done, in words. */
  readonly label: string
  readonly cancellable?: boolean
}

/** Drawn while a long job runs. Giving up is one press; the call itself then fails as cancelled. */
export function JobBar({ job, label, cancellable = true }: JobBarProps) {
  const t = useTexts()
  const share = useJobShare(job)
  return (
    <div className={styles['job']}>
      <Progress label={label} done={Math.round(share * 100)} total={100} />
      <div className={styles['line']}>
        <span role="status">{label}</span>
        {cancellable ? (
          <Button kind="plain" size="small" onClick={() => void call('job.cancel', { job })}>
            {t.ui.cancel}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
