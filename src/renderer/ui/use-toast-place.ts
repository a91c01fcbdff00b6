import { type RefObject, useEffect } from 'react'

const ROOM = '--h-toasts'
/** As far as they stand from the edge. */
const GAP = 12

/**
 * Above everything, dialogs too, and with as much room to scroll below what is worked in as the toasts are high: what
 * they would cover can be brought above them, and what has the focus is.
 */
export function useToastPlace(stack: RefObject<HTMLElement | null>, count: number): void {
  useEffect(() => {
    const { current } = stack
    if (current === null) return
    current.togglePopover(count > 0)
    const { style } = document.documentElement
    const observer = new ResizeObserver(() => {
      style.setProperty(ROOM, `${Math.ceil(current.getBoundingClientRect().height) + GAP}px`)
      uncoverFocus(current)
    })
    if (count > 0) observer.observe(current)
    else style.removeProperty(ROOM)
    return () => observer.disconnect()
  }, [stack, count])
}

/** Taller than this it cannot be brought out from under them, and scrolling would only make it jump. */
const TALLEST = 200

function uncoverFocus(stack: HTMLElement): void {
  const { activeElement } = document
  if (activeElement === null || stack.contains(activeElement)) return
  const here = activeElement.getBoundingClientRect()
  const there = stack.getBoundingClientRect()
  const covered =
    here.bottom > there.top && here.top < there.bottom && here.right > there.left && here.left < there.right
  if (covered && here.height < TALLEST) activeElement.scrollIntoView({ block: 'nearest' })
}
