import { useEffect, useState } from 'react'

const TICK_MS = 250

const secondsUntil = (end: number): number => Math.max(0, Math.ceil((end - Date.now()) / 1000))

/** Whole seconds until `end` (milliseconds since 1970), 0 once it has passed; null while there is nothing to wait for. */
export function useSecondsLeft(end: number | null): number | null {
  const [, tick] = useState(0)
  const left = end === null ? null : secondsUntil(end)
  useEffect(() => {
    if (end === null) return
    const timer = setInterval(() => {
      tick(secondsUntil(end))
      if (Date.now() >= end) clearInterval(timer)
    }, TICK_MS)
    return () => clearInterval(timer)
  }, [end])
  return left
}
