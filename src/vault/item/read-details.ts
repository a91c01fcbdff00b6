import { VaultError } from '../../core/errors.ts'
import type { OpenedVault } from '../opened-vault.ts'

/** Reads what is still sealed of these items, and of no others. ITEM_NOT_FOUND for unknown and purged ones. */
export async function readDetails({ folded, file }: OpenedVault, ids: readonly string[]): Promise<void> {
  const wanted = new Map<number, Set<string>>()
  for (const id of ids) {
    if (!folded.has(id)) throw new VaultError('ITEM_NOT_FOUND')
    for (const group of folded.sealedGroups(id)) wanted.set(group, (wanted.get(group) ?? new Set()).add(id))
  }
  for (const [group, only] of wanted) {
    const bodies = await file.loadDetails(group)
    // Another call may have read them meanwhile; asking twice is harmless.
    folded.addDetails(group, bodies, only)
  }
}
