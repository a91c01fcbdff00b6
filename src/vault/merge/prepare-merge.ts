import { equalBytes } from '../../core/bytes.ts'
import { VaultError } from '../../core/errors.ts'
import { VAULT_ITEM } from '../../core/vault/change.ts'
import { compareStates, type FieldDifference, isConflict, laterSide } from '../../core/vault/difference.ts'
import type { ItemState } from '../../core/vault/item-state.ts'
import { type Merge, mergeVaults, type TransformState } from '../../core/vault/merge.ts'
import { rekeyState } from '../../core/vault/rekey.ts'
import type { OpenedVault } from '../opened-vault.ts'
import { withoutVaultSecrets } from '../vault-secrets.ts'
import { readAllDetails } from './merge-into.ts'

export type ItemDifference = { readonly item: string; readonly fields: readonly FieldDifference[] }

export type PreparedMerge = {
  readonly merge: Merge
  /** Fields that both sides set without knowing of each other. */
  readonly conflicts: readonly ItemDifference[]
  /** All others that differ; the later one stands. */
  readonly together: readonly ItemDifference[]
}

/** Compares the whole of two copies of a vault. Nothing is changed. VAULT_DAMAGED when one of them cannot be read. */
export async function prepareMerge(mine: OpenedVault, other: OpenedVault): Promise<PreparedMerge> {
  await readAllDetails(mine)
  await readAllDetails(other)
  checkRelated(mine, other)
  const transform = underKeysOf(mine, other)
  const merge = mergeVaults(mine.folded, other.folded, { transform })
  const clocks = { mine: mine.folded.clock, other: other.folded.clock }
  const conflicts: ItemDifference[] = []
  const together: ItemDifference[] = []
  for (const { item, fields } of differences(mine, other, transform)) {
    const both = fields.filter((field) => isConflict(field, clocks))
    const one = fields.filter((field) => !isConflict(field, clocks))
    if (both.length > 0) conflicts.push({ item, fields: both })
    if (one.length > 0) together.push({ item, fields: one })
  }
  return { merge, conflicts, together }
}

/** Items that both have and neither has purged, and the vault itself, as far as they differ. */
export function* differences(
  mine: OpenedVault,
  other: OpenedVault,
  transform: TransformState,
  items: Iterable<string> = [VAULT_ITEM, ...other.folded.ids()]
): Iterable<ItemDifference> {
  for (const item of items) {
    if (item !== VAULT_ITEM && !(mine.folded.has(item) && other.folded.has(item))) continue
    const theirs: ItemState = other.folded.state(item)
    transform(item, theirs)
    const fields = compareStates(mine.folded.state(item), theirs)
    if (fields.length > 0) yield { item, fields }
  }
}

/** Seals a copy's values under the keys of `mine`, where they are others; the vault's own secrets stay ours. */
export function underKeysOf(mine: OpenedVault, other: OpenedVault): TransformState {
  const isSameVault = equalBytes(mine.head.header.vaultId, other.head.header.vaultId)
  const hasSameKeys = isSameVault && equalBytes(mine.keys.frame, other.keys.frame)
  return (item, state) => {
    if (item === VAULT_ITEM && !isSameVault) withoutVaultSecrets(state)
    if (!hasSameKeys) rekeyState(item, state, other.scope, mine.scope)
  }
}

/** An exported backup has another id and the same items; a vault with neither in common is somebody else's. */
function checkRelated(mine: OpenedVault, other: OpenedVault): void {
  if (equalBytes(mine.head.header.vaultId, other.head.header.vaultId)) return
  for (const item of other.folded.allIds()) if (mine.folded.has(item) || mine.folded.isPurged(item)) return
  throw new VaultError('OTHER_VAULT')
}

export const winsThere = (difference: FieldDifference): boolean => laterSide(difference) === 'other'
