import type { FoldedVault } from '../../core/vault/fold.ts'
import type { SearchHit } from '../../core/vault/search.ts'
import type { ItemSummary } from '../../shared/list-views.ts'
import { itemSummary } from '../item/item-view.ts'

/** A row of the list with the places that were found in it. VAULT_DAMAGED { offset }. */
export function foundRow(folded: FoldedVault, hit: SearchHit<number>): ItemSummary {
  const titleHits = hit.titleHits.map(([from, to]): [number, number] => [from, to])
  const subtitleHits = hit.subtitleHits.map(([from, to]): [number, number] => [from, to])
  return itemSummary(folded.listNumber(hit.id), { titleHits, subtitleHits })
}
