import type { ItemDetail } from '../../../shared/item-views.ts'
import type { CopyField, Named } from './use-copy.tsx'

/** What can be done to an item, from wherever it is shown. */
export type ItemActions = ManyActions & {
  copy: CopyField
  openWebsite(item: Named, field: string): void
  edit(item: Named): void
  create(type: string, title?: string): void
  duplicate(item: Named): void
  /** Asks with whom, and what of it. */
  share(item: ItemDetail): void
  setFavorite(item: ItemDetail, favorite: boolean): void
  trash(item: Named): void
  restore(item: Named): void
  /** Asks first. */
  purge(item: Named): void
  /** Asks first. */
  emptyTrash(): void
  showTag(tag: string): void
  /** Something was saved: what is shown is read again. */
  changed(): void
  /** Offers to take the last step back. */
  offerUndo(text: readonly [string, string]): void
}

/** What can be done to several items at once. */
export type ManyActions = {
  readonly readOnly: boolean
  trashMany(items: readonly Named[]): void
  restoreMany(items: readonly Named[]): void
  /** Asks first. */
  purgeMany(items: readonly Named[]): void
  tagMany(items: readonly Named[], add: readonly string[], remove: readonly string[]): void
  starMany(items: readonly Named[], favorite: boolean): void
}
