import { useEffect, useState } from 'react'
import type { JobName } from '../../shared/contract.ts'
import { onEvent } from '../api.ts'
import { type JobProgress, jobShare } from './job-share.ts'

const TICK_MS = 100
const USUAL_MS = 1000

/** Between 0 and 1, from the moment this is first drawn. */
export function useJobShare(job: JobName): number {
  const [started] = useState(() => Date.now())
  const [now, setNow] = useState(started)
  const [progress, setProgress] = useState<JobProgress | null>(null)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    const off = onEvent('job.progress', ({ job: name, done, total }) => {
      if (name === job) setProgress({ done, total })
    })
    return () => {
      clearInterval(timer)
      off()
    }
  }, [job])
  return jobShare(progress, now - started, USUAL_MS)
}
