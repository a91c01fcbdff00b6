import { useEffect, useRef } from 'react'
import type { MenuCommand } from '../../../shared/events.ts'
import { onEvent } from '../../api.ts'
import { commandOfKey } from './command-of-key.ts'
import { isTextSelected, isTyping } from './key-place.ts'

/** Runs commands from keys and from main's menu. A key that was used is not handed on, so that the menu stays quiet. */
export function useKeyCommands(run: (command: MenuCommand) => void): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || isModalOpen()) return
      const command = commandOfKey(event, { typing: isTyping(event.target), textSelected: isTextSelected() })
      if (command === null) return
      event.preventDefault()
      latest.current(command)
    }
    window.addEventListener('keydown', onKey)
    const off = onEvent('menu.command', ({ command }) => {
      if (!isModalOpen()) latest.current(command)
    })
    return () => {
      window.removeEventListener('keydown', onKey)
      off()
    }
  }, [])
}

/** Keys act on what is seen in front; a dialog has its own. */
const isModalOpen = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null
