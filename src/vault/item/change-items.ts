import { VaultError } from '../../core/errors.ts'
import { randomUuid } from '../../core/random.ts'
import type { Change } from '../../core/vault/change.ts'
import { isSealed, openValue } from '../../core/vault/concealed.ts'
import type { Json } from '../../core/vault/json.ts'
import { readCheck } from '../../core/vault/list-properties.ts'
import type { Version } from '../../core/vault/properties.ts'
import type { Stamp } from '../../core/vault/stamp.ts'
import type { FieldEdit, ItemEdit } from '../../shared/item-views.ts'
import { attachmentViews } from '../attachments/attachment-value.ts'
import type { OpenedVault } from '../opened-vault.ts'
import { dueView, itemFields } from './item-fields.ts'
import { editSet } from './item-set.ts'

/** What a command changes, once the stamp of its save is known: sealed values are bound to it. */
export type BuildChanges = (opened: OpenedVault, at: Stamp, now: number) => readonly Change[]

const NO_WINNERS: ReadonlyMap<string, Version> = new Map()

export function createItem(item: string, type: string, edit: ItemEdit): BuildChanges {
  return ({ scope }, at, now) => {
    const set = { type, title: '', createdAt: now, ...editSet(edit, { item, at, type, winners: NO_WINNERS, scope }) }
    return [{ item, at, set }]
  }
}

/** STALE when the item is not what the edit was made from. The details of the item must have been read. */
export function editItem(item: string, expected: Stamp, edit: ItemEdit): BuildChanges {
  return ({ folded, scope }, at) => {
    const list = folded.list(item)
    if (list === undefined || list.purged) throw new VaultError('ITEM_NOT_FOUND')
    if (list.revision !== expected) throw new VaultError('STALE')
    const set = editSet(edit, { item, at, type: list.type, winners: folded.properties(item), scope })
    return Object.keys(set).length === 0 ? [] : [{ item, at, set }]
  }
}

/** A copy with a title of its own; concealed values are opened one by one to be sealed for the new item. */
export function duplicateItem(item: string, copy: string): BuildChanges {
  return (opened, at, now) => {
    const { folded, scope } = opened
    const list = folded.list(item)
    if (list === undefined || list.purged) throw new VaultError('ITEM_NOT_FOUND')
    const edit: ItemEdit = {
      title: `${list.title} (2)`,
      favorite: list.favorite,
      tags: [...list.tags],
      fields: fieldsToCopy(opened, item)
    }
    const set = editSet(edit, { item: copy, at, type: list.type, winners: NO_WINNERS, scope })
    const files = carriedOver(folded.properties(item))
    return [{ item: copy, at, set: { type: list.type, createdAt: now, ...set, ...files } }]
  }
}

export function trashItems(items: readonly string[]): BuildChanges {
  return setAll(items, (now) => ({ trashedAt: now }))
}

export function restoreItems(items: readonly string[]): BuildChanges {
  return setAll(items, () => ({ trashedAt: null }))
}

/** Only what is in the trash can be purged: nothing leaves the vault in one step. */
export function purgeItems(items: readonly string[]): BuildChanges {
  return (opened, at, now) => {
    for (const item of items) if (opened.folded.list(item)?.trashedAt === null) throw new VaultError('BAD_REQUEST')
    return setAll(items, () => ({ purged: true }))(opened, at, now)
  }
}

export const newItemId = (): string => randomUuid()

/** Files: both items name the same bytes, which stay for as long as one of them does. */
function carriedOver(winners: ReadonlyMap<string, Version>): Readonly<Record<string, Json>> {
  const names = attachmentViews(winners).flatMap(({ field }) => [`field:${field}`, `value:${field}`])
  return Object.fromEntries(names.map((name) => [name, winners.get(name)?.value ?? null]))
}

function setAll(items: readonly string[], set: (now: number) => Readonly<Record<string, Json>>): BuildChanges {
  return ({ folded }, at, now) =>
    [...new Set(items)].map((item) => {
      if (!folded.has(item)) throw new VaultError('ITEM_NOT_FOUND')
      return { item, at, set: set(now) }
    })
}

function fieldsToCopy({ folded, scope }: OpenedVault, item: string): FieldEdit[] {
  const winners = folded.properties(item)
  return itemFields(winners).map(({ id, label, kind, concealed, section, order, property, value }, index) => {
    const json = value?.value ?? null
    const text =
      value !== undefined && isSealed(json) ? openValue(scope, { item, at: value.at, name: property }, json) : json
    const place = Math.min(order, index + winners.size)
    return {
      change: 'put',
      id,
      label,
      kind,
      concealed,
      section,
      order: place,
      ...dueView({ id, kind, concealed }, winners),
      ...copiedValue(text, winners.get(`check:${id}`))
    }
  })
}

function copiedValue(text: Json, check: Version | undefined): { value?: string; bits?: number } {
  if (typeof text !== 'string') return {}
  const bits = readCheck(check?.value)?.bits
  return bits === undefined ? { value: text } : { value: text, bits }
}
