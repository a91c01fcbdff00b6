import type { ReactNode } from 'react'
import type { DueReason, FieldView } from '../../../shared/item-views.ts'

export type Due = { readonly at: number; readonly why: DueReason }

/** What every kind of row in the detail is given. */
export type FieldProps = {
  readonly item: string
  readonly field: FieldView
  /** The shortcut that copies this very field. */
  readonly keys?: string | undefined
  /** When it ends or is to be changed. */
  readonly due: Due | undefined
  /** More buttons of the row: its older versions, a change in two phases. */
  readonly more?: ReactNode
  onCopy(): void
  onOpen(): void
  onError(error: unknown): void
}
