export type TimeLimit = {
  readonly signal: AbortSignal
  /** Whether it was the time that ended the work, and not whoever gave the other signal. */
  readonly isLate: () => boolean
  /** Lets go of all that hangs on the signal. The caller owes it, however the work ended. */
  readonly end: () => void
}

/**
 * Aborts after `limit` milliseconds, or with `by`. `AbortSignal.timeout` would keep what listens to it until it fires:
 * all that was read of a foreign file, passwords too, long after it was used.
 */
export function timeLimit(limit: number, by?: AbortSignal): TimeLimit {
  const controller = new AbortController()
  let isLate = false
  const abort = (): void => controller.abort()
  const timer = setTimeout(() => {
    isLate = true
    abort()
  }, limit)
  timer.unref()
  if (by?.aborted) abort()
  else by?.addEventListener('abort', abort, { once: true })
  return {
    signal: controller.signal,
    isLate: () => isLate && by?.aborted !== true,
    end() {
      clearTimeout(timer)
      by?.removeEventListener('abort', abort)
    }
  }
}
