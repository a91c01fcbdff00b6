import type { ReactNode } from 'react'

export type ToastAction = { readonly label: string; readonly run: () => void }

export type ToastInput = {
  /** A toast of the same id is replaced, and can be taken back. */
  readonly id?: string
  /** Told the whole seconds left when it counts down. */
  readonly text: ReactNode | ((secondsLeft: number) => ReactNode)
  readonly action?: ToastAction
  readonly secondAction?: ToastAction
  /** Milliseconds since 1970: a ring counts down to it, then the toast goes. */
  readonly until?: number
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

/** Null: it stays until it is answered. */
export const endOf = (toast: Toast): number | null =>
  toast.until ?? (toast.tone === 'danger' ? null : toast.at + STAYS_MS)
