import { type Change, decodeDetails } from './change.ts'
import type { FoldedVault } from './fold.ts'

/** The details bodies of a group, in order, opened. */
export type LoadDetails = (group: number) => Promise<readonly Uint8Array[]>

/** So many groups are kept at a time: neighbours in the order of titles are nearly always of the same one. */
const KEPT = 16

/** What is still sealed of an item. Each group is read once for all of its items that are asked for one after the other. */
export function sealedDetails(folded: FoldedVault, load: LoadDetails): (id: string) => Promise<readonly Change[]> {
  const kept = new Map<number, ReadonlyMap<string, readonly Change[]>>()

  async function detailsOf(group: number): Promise<ReadonlyMap<string, readonly Change[]>> {
    const known = kept.get(group) ?? byItem(await load(group))
    kept.delete(group)
    kept.set(group, known)
    for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest)
    return known
  }

  return async (id) => {
    const changes: Change[] = []
    for (const group of folded.sealedGroups(id)) changes.push(...((await detailsOf(group)).get(id) ?? []))
    return changes
  }
}

function byItem(bodies: readonly Uint8Array[]): ReadonlyMap<string, readonly Change[]> {
  const items = new Map<string, Change[]>()
  for (const change of bodies.flatMap((body) => decodeDetails(body))) {
    const known = items.get(change.item)
    if (known === undefined) items.set(change.item, [change])
    else known.push(change)
  }
  return items
}
