import type { ToChange } from '../breaches/change-breached.tsx'
import type { FindingKind, HealthView } from '../../../shared/health-views.ts'

/** A finding of one or more items that does not matter, the user says. */
export type ToIgnore = { readonly kind: FindingKind; readonly items: readonly string[]; readonly title: string }

/** What the page can do, for all that is on it. */
export type HealthHands = {
  readonly readOnly: boolean
  onOpen(item: string): void
  /** Asks for the reason. */
  onIgnore(what: ToIgnore): void
  onChange(what: ToChange): void
  onMerge(items: readonly string[], title: string): void
}

export const titleOf = (health: HealthView, id: string): string =>
  health.items.find((item) => item.id === id)?.title ?? ''
