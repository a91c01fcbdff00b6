import { VaultError } from '../../core/errors.ts'
import type { Change } from '../../core/vault/change.ts'
import type { FieldDifference } from '../../core/vault/difference.ts'
import type { Stamp } from '../../core/vault/stamp.ts'
import { takeSide } from '../../core/vault/take-field.ts'
import { newItemId } from '../item/change-items.ts'
import type { OpenedVault } from '../opened-vault.ts'
import { itemDifference } from './backup-difference.ts'

/** As `then` in some fields of an item, or in all. ITEM_NOT_FOUND, FIELD_NOT_FOUND. */
export function restoreFields(
  now: OpenedVault,
  then: OpenedVault,
  item: string,
  { at, only }: { readonly at: Stamp; readonly only?: string }
): Change {
  if (!then.folded.has(item)) throw new VaultError('ITEM_NOT_FOUND')
  const { fields } = itemDifference(now, then, item)
  const wanted = only === undefined ? fields : fields.filter(({ field }) => field === only)
  if (only !== undefined && wanted.length === 0) throw new VaultError('FIELD_NOT_FOUND')
  if (!now.folded.has(item)) return asNewItem(now, then, item, { at, fields })
  return { item, at, set: setOf(now, then, item, { at, fields: wanted }) }
}

/**
 * Everything as it was then: what differs is given back, what was purged comes as a new item, and what is new since then
 * goes to the trash.
 */
export function restoreAll(now: OpenedVault, then: OpenedVault, at: Stamp, time: number): readonly Change[] {
  const given = [...then.folded.ids()]
    .map((item) => restoreFields(now, then, item, { at }))
    .filter(({ set }) => Object.keys(set).length > 0)
  const since = [...now.folded.ids()].filter(
    (item) => !then.folded.has(item) && now.folded.list(item)?.trashedAt === null
  )
  return [...given, ...since.map((item) => ({ item, at, set: { trashedAt: time } }))]
}

type Taking = { readonly at: Stamp; readonly fields: readonly FieldDifference[] }

function setOf({ scope }: OpenedVault, { folded }: OpenedVault, item: string, { at, fields }: Taking): Change['set'] {
  const seat = { item, at, scope, type: folded.list(item)?.type ?? '' }
  return Object.assign({}, ...fields.map((field) => takeSide(field, 'other', seat))) as Change['set']
}

/** Purging is for good under the old id: an item that comes back is a new one. Its values are sealed for its new place. */
function asNewItem(now: OpenedVault, then: OpenedVault, item: string, { at, fields }: Taking): Change {
  const copy = newItemId()
  const list = then.folded.list(item)
  const set = Object.entries(
    Object.assign(
      {},
      ...fields.map((field) =>
        takeSide(field, 'other', { item, at, scope: now.scope, type: list?.type ?? '', to: copy })
      )
    ) as Change['set']
  ).filter(([name, value]) => value !== null && name !== 'trashedAt')
  return { item: copy, at, set: { createdAt: list?.createdAt ?? 0, ...Object.fromEntries(set) } }
}
