import { useEffect, useRef } from 'react'
import { onEvent } from '../../api.ts'
import { useCtrlKey } from '../../session/use-key.ts'

/** Ctrl+R, from the key and from main's menu. */
export function useReroll(reroll: () => void): void {
  const latest = useRef(reroll)
  useEffect(() => {
    latest.current = reroll
  })
  useCtrlKey('r', () => {
    latest.current()
    return true
  })
  useEffect(
    () =>
      onEvent('menu.command', ({ command }) => {
        if (command === 'reroll') latest.current()
      }),
    []
  )
}
