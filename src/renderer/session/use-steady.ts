import { useCallback, useLayoutEffect, useRef } from 'react'

/**
 * The same function at every drawing, which does what the newest one would: what is handed it need not be drawn anew
 * because of it. For events only: while drawing it may be an older one.
 */
export function useSteady<Args extends readonly unknown[], Result>(
  newest: (...args: Args) => Result
): (...args: Args) => Result {
  const latest = useRef(newest)
  useLayoutEffect(() => {
    latest.current = newest
  })
  return useCallback((...args: Args) => latest.current(...args), [])
}
