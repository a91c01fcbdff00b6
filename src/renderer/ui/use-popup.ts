import {
  type KeyboardEvent,
  type RefObject,
  type ToggleEvent,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState
} from 'react'

const ITEM = '[data-popup-item]:not([disabled])'

export type Popup = {
  readonly open: boolean
  readonly close: () => void
  /** For the button that opens it. */
  readonly trigger: {
    readonly id: string
    readonly popoverTarget: string
    readonly 'aria-expanded': boolean
    readonly 'data-popup-open': '' | undefined
    onKeyDown(event: KeyboardEvent): void
  }
  /** For the element that floats: in the browser's top layer, beside its button, closed by a press elsewhere. */
  readonly popup: {
    readonly ref: RefObject<HTMLDivElement | null>
    readonly id: string
    readonly popover: 'auto'
    readonly 'aria-labelledby': string
    onToggle(event: ToggleEvent): void
    onKeyDown(event: KeyboardEvent): void
  }
}

/** A list of choices that floats beside its button; arrows, Home, End and first letters walk in it. */
export function usePopup(): Popup {
  const id = useId()
  const ref = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const close = useCallback(() => {
    ref.current?.hidePopover()
    document.getElementById(`${id}-trigger`)?.focus()
  }, [id])
  useEffect(() => {
    if (!open) return
    const items = popupItems(ref.current)
    const chosen = items.find((item) => item.ariaChecked === 'true' || item.ariaSelected === 'true')
    ;(chosen ?? items[0])?.focus()
  }, [open])
  return {
    open,
    close,
    trigger: {
      id: `${id}-trigger`,
      popoverTarget: id,
      'aria-expanded': open,
      'data-popup-open': open ? '' : undefined,
      onKeyDown: (event) => {
        if (event.key !== 'ArrowDown' || !(event.currentTarget instanceof HTMLElement)) return
        event.preventDefault()
        ref.current?.showPopover({ source: event.currentTarget })
      }
    },
    popup: {
      ref,
      id,
      popover: 'auto',
      'aria-labelledby': `${id}-trigger`,
      onToggle: (event) => setOpen(event.newState === 'open'),
      onKeyDown: (event) => walkPopup(event, popupItems(ref.current), close)
    }
  }
}

export const popupItems = (popup: HTMLElement | null): readonly HTMLElement[] => [
  ...(popup?.querySelectorAll<HTMLElement>(ITEM) ?? [])
]

/** What is behind the popup never sees its keys: Esc closes the list, not the editor that it is in. */
export function walkPopup(event: KeyboardEvent, items: readonly HTMLElement[], close: () => void): void {
  const at = items.findIndex((item) => item === document.activeElement)
  if (event.key === 'Escape' || event.key === 'Tab') close()
  else {
    const to = targetOf(event.key, at, items)
    if (to === undefined) return
    to.focus()
  }
  event.preventDefault()
  event.stopPropagation()
}

function targetOf(key: string, at: number, items: readonly HTMLElement[]): HTMLElement | undefined {
  const wrap = (place: number) => items[(place + items.length) % items.length]
  if (key === 'ArrowDown') return wrap(at + 1)
  if (key === 'ArrowUp') return wrap(at < 0 ? -1 : at - 1)
  if (key === 'Home') return items[0]
  if (key === 'End') return items.at(-1)
  if ([...key].length !== 1 || key === ' ') return undefined
  const letter = key.toLocaleLowerCase()
  const turned = [...items.slice(at + 1), ...items.slice(0, at + 1)]
  return turned.find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(letter))
}
