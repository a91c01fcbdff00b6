import { useEffect } from 'react'
import { onEvent } from '../../api.ts'

/** Ctrl+R, from the keyboard or the menu, while a generator is open. */
export function useReroll(reroll: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'r') return
      event.preventDefault()
      reroll()
    }
    window.addEventListener('keydown', onKey, true)
    const off = onEvent('menu.command', ({ command }) => command === 'reroll' && reroll())
    return () => {
      window.removeEventListener('keydown', onKey, true)
      off()
    }
  }, [reroll])
}
