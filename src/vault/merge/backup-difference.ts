import { VAULT_ITEM } from '../../core/vault/change.ts'
import { compareStates, type FieldDifference } from '../../core/vault/difference.ts'
import type { FoldedVault } from '../../core/vault/fold.ts'
import type { TransformState } from '../../core/vault/merge.ts'
import type { BackupDifference, DifferentItem } from '../../shared/time-views.ts'
import type { OpenedVault } from '../opened-vault.ts'
import { comparedField } from './compared-view.ts'
import { differences, type ItemDifference, underKeysOf } from './prepare-merge.ts'

/** What is different now from what a backup holds, item by item; values stay where they are. */
export function backupDifference(now: OpenedVault, then: OpenedVault): BackupDifference {
  const items: DifferentItem[] = []
  for (const { item, fields } of differences(now, then, underKeysOf(now, then), then.folded.ids())) {
    items.push(differentItem(now.folded, item, isTrashedNow(fields) ? 'trashed' : 'changed', fields))
  }
  for (const item of then.folded.ids()) {
    if (!now.folded.has(item)) items.push(differentItem(then.folded, item, 'gone', []))
  }
  for (const item of now.folded.ids()) {
    const isInTrash = now.folded.list(item)?.trashedAt !== null
    if (!then.folded.has(item) && !isInTrash) items.push(differentItem(now.folded, item, 'new', []))
  }
  const shared = [...then.folded.ids()].filter((item) => now.folded.has(item)).length
  const same = shared - items.filter(({ is }) => is === 'changed' || is === 'trashed').length
  return { items, same }
}

function differentItem(
  folded: FoldedVault,
  item: string,
  is: DifferentItem['is'],
  fields: readonly FieldDifference[]
): DifferentItem {
  const list = folded.list(item)
  return {
    id: item,
    type: list?.type ?? '',
    title: list?.title ?? '',
    is,
    fields: fields.map((field) => ({ field: field.field, label: comparedField(field).label }))
  }
}

function isTrashedNow(fields: readonly FieldDifference[]): boolean {
  const trashed = fields.find(({ field }) => field === 'trashedAt')
  return typeof trashed?.mine.get('trashedAt')?.value === 'number'
}

/** The differing fields of one item, `mine` being now. Of one that is gone, all that it had. */
export function itemDifference(now: OpenedVault, then: OpenedVault, item: string): ItemDifference {
  const transform: TransformState = underKeysOf(now, then)
  const before = then.folded.state(item)
  transform(item, before)
  const after = now.folded.state(item)
  const present = now.folded.has(item) ? after : { ...after, properties: new Map<string, never[]>(), purged: null }
  return { item, fields: item === VAULT_ITEM ? [] : compareStates(present, before) }
}
