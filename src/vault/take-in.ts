import { type Change, VAULT_ITEM } from '../core/vault/change.ts'
import { openText } from './item/search-text.ts'
import type { OpenedVault } from './opened-vault.ts'

/** Only acknowledged changes get here, so memory never says more than the disk. */
export function takeIn({ folded, list }: OpenedVault, changes: readonly Change[]): void {
  for (const change of changes) folded.apply(change)
  const items = changes.map(({ item }) => item).filter((item) => item !== VAULT_ITEM)
  list.update(items)
  for (const item of new Set(items)) {
    if (folded.has(item) && folded.sealedGroups(item).length === 0) list.addDetailText(item, openText(folded, item))
  }
}
