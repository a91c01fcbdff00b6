import type { FieldView } from '../../../shared/views.ts'

/** What every kind of row in the detail is given. */
export type FieldProps = {
  readonly item: string
  readonly field: FieldView
  /** The shortcut that copies this very field. */
  readonly keys?: string | undefined
  onCopy(): void
  onOpen(): void
  onError(error: unknown): void
}
