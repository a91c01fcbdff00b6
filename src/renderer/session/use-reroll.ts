import { useEffect, useRef } from 'react'
import { onEvent } from '../api.ts'

/** Ctrl+R, from the key and from main's menu; a key that was used is not handed on. Works inside a dialog too. */
export function useReroll(reroll: () => void): void {
  const latest = useRef(reroll)
  useEffect(() => {
    latest.current = reroll
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const held = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      if (!held || event.key.toLowerCase() !== 'r') return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', onKey)
    const off = onEvent('menu.command', ({ command }) => {
      if (command === 'reroll') latest.current()
    })
    return () => {
      window.removeEventListener('keydown', onKey)
      off()
    }
  }, [])
}
