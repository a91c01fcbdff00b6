import { useCallback, useEffect, useState } from 'react'
import type { Kept } from '../../../shared/history-views.ts'
import { call } from '../../api.ts'
import { useSecondsLeft } from '../../ui/use-seconds-left.ts'

const SHOWN_MS = 30_000

export type KeptReveal<Value> = {
  readonly value: Value | null
  readonly secondsLeft: number
  show(read: () => Promise<Value>): void
  hide(): void
}

/** Something concealed, for thirty seconds at most: it goes when the window loses the focus or its screen is left. */
export function useShortly<Value>(onError: (error: unknown) => void): KeptReveal<Value> {
  const [shown, setShown] = useState<{ readonly value: Value; readonly until: number } | null>(null)
  const left = useSecondsLeft(shown?.until ?? null)
  const hide = useCallback(() => setShown(null), [])
  useEffect(() => {
    if (shown === null) return
    if (left === 0) return hide()
    window.addEventListener('blur', hide)
    return () => window.removeEventListener('blur', hide)
  }, [shown, left, hide])
  const show = useCallback(
    (read: () => Promise<Value>) => {
      read().then((value) => setShown({ value, until: Date.now() + SHOWN_MS }), onError)
    },
    [onError]
  )
  return { value: left === 0 ? null : (shown?.value ?? null), secondsLeft: left ?? 0, show, hide }
}

/** One concealed value that stands beside the fields. */
export const revealKept = async (kept: Kept): Promise<string> => (await call('kept.reveal', kept)).value
