import { useCallback, useEffect, useState } from 'react'

const SHOWN_MS = 30_000

export type Revealed = { readonly value: string | null; toggle(): void }

/** A secret that was asked for: it goes after half a minute, and when the window is left. */
export function useRevealed(load: () => Promise<string>, onError: (error: unknown) => void): Revealed {
  const [value, setValue] = useState<string | null>(null)
  const hide = useCallback(() => setValue(null), [])
  useEffect(() => {
    if (value === null) return
    const timer = setTimeout(hide, SHOWN_MS)
    window.addEventListener('blur', hide)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('blur', hide)
    }
  }, [value, hide])
  return { value, toggle: () => (value === null ? void load().then(setValue, onError) : hide()) }
}
