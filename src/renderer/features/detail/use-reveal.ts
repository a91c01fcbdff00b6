import { useCallback, useEffect, useState } from 'react'
import { call } from '../../api.ts'
import { useSecondsLeft } from '../../ui/use-seconds-left.ts'

const SHOWN_MS = 30_000

type Shown = { readonly value: string; readonly until: number }

export type Reveal = { readonly value: string | null; readonly secondsLeft: number; show(): void; hide(): void }

/** One concealed value, for thirty seconds at most: it goes when the window loses the focus or its screen is left. */
export function useReveal(item: string, field: string, onError: (error: unknown) => void): Reveal {
  const [shown, setShown] = useState<Shown | null>(null)
  const left = useSecondsLeft(shown?.until ?? null)
  const hide = useCallback(() => setShown(null), [])
  useEffect(() => {
    if (shown === null) return
    if (left === 0) return hide()
    window.addEventListener('blur', hide)
    return () => window.removeEventListener('blur', hide)
  }, [shown, left, hide])
  const show = useCallback(() => {
    call('item.reveal', { item, field }).then(({ value }) => setShown({ value, until: Date.now() + SHOWN_MS }), onError)
  }, [item, field, onError])
  return { value: left === 0 ? null : (shown?.value ?? null), secondsLeft: left ?? 0, show, hide }
}
