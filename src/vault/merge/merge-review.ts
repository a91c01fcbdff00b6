import { VAULT_ITEM } from '../../core/vault/change.ts'
import { valueOf } from '../../core/vault/difference.ts'
import type { FoldedVault } from '../../core/vault/fold.ts'
import type { ComparedItem, MergeReview, Titles } from '../../shared/merge-views.ts'
import type { OpenedVault } from '../opened-vault.ts'
import { hasNewerKeys } from './adopt-keys.ts'
import { comparedField } from './compared-view.ts'
import { type ItemDifference, type PreparedMerge, winsThere } from './prepare-merge.ts'

/** What a merge would do, for a person to look at first. */
export function mergeReview(mine: OpenedVault, other: OpenedVault, prepared: PreparedMerge): MergeReview {
  const { merge, conflicts, together } = prepared
  const kept = new Set(merge.editsOfPurged.map(({ item }) => item))
  const isNew = (item: string): boolean => !mine.folded.has(item) && !mine.folded.isPurged(item)
  const added = [...other.folded.ids()].filter(isNew)
  const purged = [...mine.folded.ids()].filter((item) => other.folded.isPurged(item) && !kept.has(item))
  const trashed = together.filter(isTrashedThere).map(({ item }) => item)
  return {
    conflicts: conflicts.map((difference) => comparedItem(mine.folded, difference)),
    together: {
      added: titles(other.folded, added),
      trashed: titles(mine.folded, trashed),
      purged: titles(mine.folded, purged),
      kept: keptTitles(mine.folded, other.folded, [...kept]),
      changed: changedFields(together)
    },
    takesKeys: hasNewerKeys(mine, other),
    bringsNothing: merge.changes.length === 0 && merge.editsOfPurged.length === 0 && !hasNewerKeys(mine, other)
  }
}

export function comparedItem(folded: FoldedVault, { item, fields }: ItemDifference): ComparedItem {
  const list = item === VAULT_ITEM ? undefined : folded.list(item)
  return {
    id: item === VAULT_ITEM ? null : item,
    type: list?.type ?? '',
    title: list?.title ?? '',
    fields: fields.map(comparedField)
  }
}

const NAMED = 8

function titles(folded: FoldedVault, items: readonly string[]): Titles {
  return { count: items.length, titles: items.slice(0, NAMED).map((item) => folded.list(item)?.title ?? '') }
}

function keptTitles(mine: FoldedVault, other: FoldedVault, items: readonly string[]): Titles {
  const title = (item: string) => (mine.has(item) ? mine : other).list(item)?.title ?? ''
  return { count: items.length, titles: items.slice(0, NAMED).map(title) }
}

function isTrashedThere({ fields }: ItemDifference): boolean {
  return fields.some(
    (field) =>
      field.field === 'trashedAt' && winsThere(field) && typeof valueOf(field.other)?.version.value === 'number'
  )
}

function changedFields(together: readonly ItemDifference[]) {
  const fields = together.flatMap((difference) => difference.fields)
  const fromThere = fields.filter(winsThere).length
  return { fields: fields.length, items: together.length, fromHere: fields.length - fromThere, fromThere }
}
