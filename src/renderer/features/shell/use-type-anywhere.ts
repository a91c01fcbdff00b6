import { type RefObject, useEffect, useRef } from 'react'

/** A letter typed where nothing takes letters goes to the search; Esc lets go of things, wherever the focus is. */
export function useTypeAnywhere(search: RefObject<HTMLInputElement | null>, onEscape: () => void): void {
  const escape = useRef(onEscape)
  useEffect(() => {
    escape.current = onEscape
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.defaultPrevented ||
        document.querySelector('[role="dialog"], [role="alertdialog"], :popover-open:not([data-toasts])') !== null
      )
        return
      if (event.key === 'Escape') {
        event.preventDefault()
        escape.current()
        search.current?.focus()
      } else if (isLetter(event) && !takesText(event.target)) search.current?.focus()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [search])
}

const isLetter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  [...key].length === 1 && key !== ' ' && key !== '?' && !ctrlKey && !metaKey && !altKey

const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
