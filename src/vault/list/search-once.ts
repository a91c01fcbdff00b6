import { decodeDetails } from '../../core/vault/change.ts'
import { createSearchIndex } from '../../core/vault/search.ts'
import { missingTerms } from '../../core/vault/search/may-match.ts'
import { queryTerms } from '../../core/vault/search/text-fold.ts'
import { sealedDetails } from '../../core/vault/sealed-details.ts'
import { utf8Text } from '../../core/vault/text.ts'
import type { ItemSummary, ListFilter } from '../../shared/list-views.ts'
import { currentText, detailTexts } from '../item/search-text.ts'
import type { OpenedVault } from '../opened-vault.ts'
import { filterBy } from './list-filter.ts'
import { foundRow } from './found-row.ts'

type Opened = Pick<OpenedVault, 'folded' | 'file'>
export type SearchOnce = { readonly text: string; readonly filter: ListFilter; readonly most: number }

/**
 * What searching the list finds, notes and open fields included, for who asks once and goes: only the items of groups that
 * have all of the words are made ready. What is read is authenticated. VAULT_DAMAGED { offset }.
 */
export async function searchOnce(opened: Opened, { text, filter, most }: SearchOnce): Promise<ItemSummary[]> {
  const { folded, file } = opened
  const terms = queryTerms(text)
  const details: Details = new Map()
  for (const group of folded.groups.all()) {
    const bodies = await file.loadDetails(group)
    if (mayMatch(opened, terms, group, bodies)) addRows(details, opened, group, bodies)
  }
  await addChanged(details, opened)
  const index = createSearchIndex<number>()
  // In the order that the list's own index has, which is that of equal titles.
  for (const [number, detail] of [...details].sort(([a], [b]) => a - b)) {
    index.put(number, folded.searchTexts(number))
    index.addDetailText(number, detail)
  }
  const { hits } = index.findWindow(text, 0, most, filterBy(folded.lead, filter))
  return hits.map((hit) => foundRow(folded, hit))
}

function mayMatch({ folded }: Opened, terms: readonly string[], group: number, bodies: readonly Uint8Array[]): boolean {
  let missing = terms
  for (const listed of folded.groups.texts(group)) missing = missingTerms(missing, listed)
  for (const body of bodies) if (missing.length > 0) missing = missingTerms(missing, utf8Text(body))
  return missing.length === 0
}

/** The notes and open fields of items by their numbers, '' where there are none. */
type Details = Map<number, string>

function addRows(into: Details, { folded }: Opened, group: number, bodies: readonly Uint8Array[]): void {
  const texts = detailTexts(bodies.flatMap((body) => decodeDetails(body)))
  for (const number of folded.groups.rows(group)) into.set(number, texts.get(folded.lead.idOf(number)) ?? '')
}

/** Of what was saved behind its group more is known than that says. */
async function addChanged(into: Details, { folded, file }: Opened): Promise<void> {
  const sealed = sealedDetails(folded, file.loadDetails)
  for (const id of folded.changedIds()) into.set(folded.lead.numberOf(id), currentText(folded, id, await sealed(id)))
}
