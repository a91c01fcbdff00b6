import { useCallback, useEffect, useRef } from 'react'
import type { MenuCommand } from '../../../shared/events.ts'

/** Commands that are about the selected item. */
const OF_ITEM: ReadonlySet<MenuCommand> = new Set([
  'edit',
  'duplicate',
  'trash',
  'copyUsername',
  'copyPassword',
  'copyCode',
  'copyUrl',
  'openUrl'
])

type Shown = {
  /** The one that is selected alone; null while there is none, or several. */
  readonly selected: string | null
  /** The one that has been read. */
  readonly read: string | null
}

/** Keys may come faster than the item that they are meant for: such a command waits until that very item is read. */
export function useWhenRead(
  run: (command: MenuCommand) => void,
  { selected, read }: Shown
): (command: MenuCommand) => void {
  const waiting = useRef<{ readonly command: MenuCommand; readonly item: string } | null>(null)
  useEffect(() => {
    const { current } = waiting
    if (current === null || read !== current.item) return
    waiting.current = null
    run(current.command)
  }, [read, run])
  return useCallback(
    (command: MenuCommand) => {
      const waits = OF_ITEM.has(command) && selected !== null && read !== selected
      waiting.current = waits ? { command, item: selected } : null
      if (!waits) run(command)
    },
    [run, selected, read]
  )
}
