import { useCallback, useRef, useState } from 'react'
import { errorCode } from '../error-text.ts'

export type Task<Args extends readonly unknown[]> = {
  /** Does nothing while it is busy: a second press is not a second try. */
  readonly run: (...args: Args) => void
  readonly busy: boolean
  /** What the last run threw; null after one that worked, or that the user gave up. */
  readonly error: unknown
  readonly clear: () => void
}

/** A button's work: whether it is at it, and what came in its way. */
export function useTask<Args extends readonly unknown[]>(work: (...args: Args) => Promise<void>): Task<Args> {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const running = useRef(false)
  const run = (...args: Args): void => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setError(null)
    void work(...args)
      .catch((thrown: unknown) => setError(errorCode(thrown) === 'CANCELLED' ? null : thrown))
      .finally(() => {
        running.current = false
        setBusy(false)
      })
  }
  const clear = useCallback(() => setError(null), [])
  return { run, busy, error, clear }
}
