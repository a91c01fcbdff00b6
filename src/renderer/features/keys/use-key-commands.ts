import { useEffect } from 'react'
import type { MenuCommand } from '../../../shared/events.ts'
import { onEvent } from '../../api.ts'
import { useSteady } from '../../session/use-steady.ts'
import { commandOfKey } from './command-of-key.ts'
import { isTextSelected, isTyping } from './key-place.ts'

/** Runs commands from keys and from main's menu. A key that was used is not handed on, so that the menu stays quiet. */
export function useKeyCommands(run: (command: MenuCommand) => void): void {
  // A key acts on what is on the screen, so it knows the newest before that is painted.
  const act = useSteady(run)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || isModalOpen()) return
      const command = commandOfKey(event, { typing: isTyping(event.target), textSelected: isTextSelected() })
      if (command === null) return
      event.preventDefault()
      act(command)
    }
    window.addEventListener('keydown', onKey)
    const off = onEvent('menu.command', ({ command }) => {
      if (!isModalOpen()) act(command)
    })
    return () => {
      window.removeEventListener('keydown', onKey)
      off()
    }
  }, [act])
}

/** Keys act on what is seen in front; a dialog has its own. */
const isModalOpen = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null
