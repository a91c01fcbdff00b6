import { VaultError } from '../core/errors.ts'
import type { Change } from '../core/vault/change.ts'
import { isSealed, openValue, sealValue } from '../core/vault/concealed.ts'
import type { Json } from '../core/vault/json.ts'
import { stampTime } from '../core/vault/stamp.ts'
import type { PendingPassword } from '../shared/history-views.ts'
import { keptChange } from './generated.ts'
import { fieldOf } from './item/item-fields.ts'
import type { BuildChanges } from './item/change-items.ts'
import { editSet } from './item/item-set.ts'
import type { OpenedVault } from './opened-vault.ts'

/**
 * A new password stands beside the old one until the user has seen the site take it: in `next:<field>`, sealed like the
 * value itself, with its strength in `next-bits:<field>`. It is in the vault, so a lock or a crash changes nothing.
 */
const nextOf = (field: string): string => `next:${field}`
const bitsOf = (field: string): string => `next-bits:${field}`

/** Fields of the item that wait for a yes. The details of the item must have been read. */
export function pendingPasswords({ folded }: OpenedVault, item: string): PendingPassword[] {
  const pending: PendingPassword[] = []
  for (const [name, { at, value }] of folded.properties(item))
    if (name.startsWith('next:') && isSealed(value)) pending.push({ field: name.slice(5), at: stampTime(at) })
  return pending
}

/** FIELD_NOT_FOUND when no new value waits there. */
export function pendingText({ folded, scope }: OpenedVault, item: string, field: string): string {
  const name = nextOf(field)
  const known = folded.properties(item).get(name)
  if (known === undefined || !isSealed(known.value)) throw new VaultError('FIELD_NOT_FOUND')
  return openValue(scope, { item, at: known.at, name }, known.value)
}

export function beginPasswordChange(
  item: string,
  field: string,
  next: { text: string; bits: number | null }
): BuildChanges {
  return ({ folded, scope }, at) => {
    if (!folded.has(item)) throw new VaultError('ITEM_NOT_FOUND')
    const name = nextOf(field)
    const bits = next.bits === null ? null : Math.floor(next.bits)
    return [{ item, at, set: { [name]: sealValue(scope, { item, at, name }, next.text), [bitsOf(field)]: bits } }]
  }
}

/** The site took it: the new value is the value now, and the old one its newest older version. */
export function confirmPasswordChange(item: string, field: string): BuildChanges {
  return (opened, at) => {
    const { folded, scope } = opened
    const list = folded.list(item)
    if (list === undefined || list.purged) throw new VaultError('ITEM_NOT_FOUND')
    const winners = folded.properties(item)
    const { id, label, kind, section, order } = fieldOf(winners, field)
    const bits = winners.get(bitsOf(field))?.value
    const put = {
      ...({ change: 'put', id, label, kind, concealed: true, section } as const),
      order: Math.min(order, winners.size),
      value: pendingText(opened, item, field),
      ...(typeof bits === 'number' ? { bits } : {})
    }
    const set = editSet({ fields: [put] }, { item, at, type: list.type, winners, scope })
    return [{ item, at, set: { ...set, ...settled(field) } }]
  }
}

/** The old one stays. The new one goes to the generated secrets: the site may have taken it after all. */
export function dropPasswordChange(item: string, field: string): BuildChanges {
  return (opened, at) => {
    const dropped: Change = { item, at, set: settled(field) }
    return [dropped, keptChange(opened, at, pendingText(opened, item, field))]
  }
}

const settled = (field: string): Record<string, Json> => ({ [nextOf(field)]: null, [bitsOf(field)]: null })
