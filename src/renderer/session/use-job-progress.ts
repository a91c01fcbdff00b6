import { useEffect, useState } from 'react'
import type { JobName } from '../../shared/job-name.ts'
import { onEvent } from '../api.ts'
import { type JobProgress, jobShare } from './job-share.ts'

const TICK_MS = 100
const USUAL_MS = 1000

/** Before these main asks where to write, and that takes as long as it takes: the work begins with its first word. */
const AFTER_A_DIALOG: ReadonlySet<JobName> = new Set(['export', 'restore', 'salvage'])

/** Between 0 and 1, from the moment this is first drawn. */
export function useJobShare(job: JobName): number {
  const [began, setBegan] = useState(() => (AFTER_A_DIALOG.has(job) ? null : Date.now()))
  const [now, setNow] = useState(() => Date.now())
  const [progress, setProgress] = useState<JobProgress | null>(null)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    const off = onEvent('job.progress', ({ job: name, done, total }) => {
      if (name !== job) return
      setBegan((before) => before ?? Date.now())
      setProgress({ done, total })
    })
    return () => {
      clearInterval(timer)
      off()
    }
  }, [job])
  return began === null ? 0 : jobShare(progress, Math.max(0, now - began), USUAL_MS)
}
