import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'

type ToastFocus = {
  readonly focused: boolean
  onFocus(event: FocusEvent): void
  onBlur(event: FocusEvent): void
  onKeyDown(event: KeyboardEvent): void
}

/** F6 goes to the newest toast and back to where one was, also from a dialog; a toast that goes gives the focus back. */
export function useToastFocus(stack: RefObject<HTMLElement | null>, count: number): ToastFocus {
  const [focused, setFocused] = useState(false)
  const before = useRef<HTMLElement | null>(null)
  const goBack = (): void => before.current?.focus()
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return
      event.preventDefault()
      if (stack.current?.contains(document.activeElement) === true) before.current?.focus()
      else newest(stack.current)?.focus()
    }
    // Before a dialog sees it: the key is about none of what is in front.
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [stack])
  useEffect(() => {
    if (!focused || stack.current?.contains(document.activeElement) === true) return
    setFocused(false)
    if (document.activeElement === document.body) before.current?.focus()
  }, [stack, focused, count])
  return {
    focused,
    onFocus: ({ relatedTarget }) => {
      setFocused(true)
      if (relatedTarget instanceof HTMLElement && stack.current?.contains(relatedTarget) !== true)
        before.current = relatedTarget
    },
    onBlur: ({ relatedTarget }) => {
      if (relatedTarget !== null && !isWithin(stack.current, relatedTarget)) setFocused(false)
    },
    onKeyDown: (event) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      goBack()
    }
  }
}

const newest = (stack: HTMLElement | null): HTMLElement | null => {
  const last = [...(stack?.querySelectorAll<HTMLElement>('[data-toast]') ?? [])].at(-1) ?? null
  return last?.querySelector<HTMLElement>('button') ?? last
}

const isWithin = (stack: HTMLElement | null, target: EventTarget): boolean =>
  target instanceof Node && stack?.contains(target) === true
