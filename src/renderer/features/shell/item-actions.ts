import type { ItemDetail } from '../../../shared/views.ts'
import type { CopyField, Named } from './use-copy.tsx'

/** What can be done to an item, from wherever it is shown. */
export type ItemActions = {
  readonly readOnly: boolean
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
  showTag(tag: string): void
}
