import { VaultError } from '../../core/errors.ts'
import type { FoldedVault } from '../../core/vault/fold.ts'

const LEAST_PREFIX = 4

/**
 * The item that a person names: by id, by the beginning of one (four characters or more), or by its exact title, with
 * case before without. ITEM_NOT_FOUND, BAD_REQUEST { matches } when several fit.
 */
export function findItem(folded: FoldedVault, text: string): string {
  if (folded.has(text)) return text
  const byTitle = titled(folded, (title) => title === text)
  if (byTitle.length === 1) return only(byTitle)
  const folds = text.toLowerCase()
  const found = [
    ...titled(folded, (title) => title.toLowerCase() === folds),
    ...(isPrefix(folds) ? idsFrom(folded, folds) : [])
  ]
  return only([...new Set(found)])
}

const isPrefix = (text: string): boolean => text.length >= LEAST_PREFIX && /^[0-9a-f-]+$/.test(text)

function titled(folded: FoldedVault, test: (title: string) => boolean): string[] {
  return [...folded.ids()].filter((id) => test(folded.list(id)?.title ?? ''))
}

function idsFrom(folded: FoldedVault, prefix: string): string[] {
  return [...folded.ids()].filter((id) => id.startsWith(prefix))
}

function only(found: readonly string[]): string {
  const [first] = found
  if (first === undefined) throw new VaultError('ITEM_NOT_FOUND')
  if (found.length > 1) throw new VaultError('BAD_REQUEST', { matches: found.length })
  return first
}
