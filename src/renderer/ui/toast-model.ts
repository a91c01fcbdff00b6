import type { ReactNode } from 'react'

export type ToastAction = { readonly label: string; readonly run: () => void }

export type ToastInput = {
  /** A toast of the same id is replaced, and can be taken back. */
  readonly id?: string
  /** Told the whole seconds left when it counts down. */
  readonly text: ReactNode | ((secondsLeft: number) => ReactNode)
  readonly action?: ToastAction
  readonly secondAction?: ToastAction
  /** Milliseconds since 1970 when something else happens: a ring counts down to it, then the toast goes. */
  readonly until?: number
  /** Milliseconds that an offer stands: a ring counts down, and stands still while it is looked at. */
  readonly lasts?: number
  /** `danger` is an alert and stays until it is answered. */
  readonly tone?: 'status' | 'danger'
}

export type Toast = ToastInput & { readonly at: number }

export type ToastApi = {
  show(toast: ToastInput): void
  dismiss(id: string): void
  clear(): void
}

/** How long a word without a countdown stays. */
const STAYS_MS = 5000
/** What was looked at does not go in the moment one looks away. */
const LEAST_MS = 2000

/** Null: it stays until it is answered. */
export const endOf = (toast: Toast): number | null =>
  toast.until ?? (toast.tone === 'danger' ? null : toast.at + (toast.lasts ?? STAYS_MS))

/** When a toast goes; `rest` is what is kept of its time while it is looked at. */
export type ToastTime = { readonly end: number | null; readonly rest: number | null }

export function heldTime({ end, rest }: ToastTime, held: boolean, now: number): ToastTime {
  if (end === null || held === (rest !== null)) return { end, rest }
  return held ? { end, rest: Math.max(LEAST_MS, end - now) } : { end: now + (rest ?? 0), rest: null }
}

/**
 * What is shown once this comes. A word in passing makes room for the next one. What failed stays until it is answered,
 * what counts down to something for as long as that is true, and an offer to take something back until the next offer:
 * there is one last step.
 */
export const withNext = (shown: readonly Toast[], coming: Toast): readonly Toast[] => [
  ...shown.filter((toast) => stays(toast, coming)),
  coming
]

function stays(shown: Toast, coming: Toast): boolean {
  if (shown.id !== undefined && shown.id === coming.id) return false
  if (shown.tone === 'danger') return coming.tone !== 'danger' || shown.text !== coming.text
  return shown.until !== undefined || (shown.lasts !== undefined && coming.lasts === undefined)
}
