import { useEffect, useRef } from 'react'

/**
 * Ctrl and a letter, while what uses it is on the screen; also inside a dialog. It is taken before the window's own
 * keys see it: what is in front has the first word. `press` answers false to leave the key to them.
 */
export function useCtrlKey(letter: string, press: () => boolean): void {
  const latest = useRef(press)
  useEffect(() => {
    latest.current = press
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const held = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      if (held && event.key.toLowerCase() === letter && latest.current()) event.preventDefault()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [letter])
}
