import { type Change, VAULT_ITEM } from '../core/vault/change.ts'
import type { OpenedVault } from './opened-vault.ts'

/** Only acknowledged changes get here, so memory never says more than the disk. */
export function takeIn({ folded, list }: OpenedVault, changes: readonly Change[]): void {
  for (const change of changes) folded.apply(change)
  list.update(changes.map(({ item }) => item).filter((item) => item !== VAULT_ITEM))
}
