import { fingerprint, isSealed } from '../../../core/vault/concealed.ts'
import { subtitleField } from '../../../core/vault/item-types.ts'
import { type ListProperties, readCheck } from '../../../core/vault/list-properties.ts'
import { hostOf } from '../csv/roles.ts'
import { itemFields } from '../../item/item-fields.ts'
import type { OpenedVault } from '../../opened-vault.ts'
import type { TransferField, TransferItem } from '../transfer-vault.ts'

/** Items of the vault that could be the same as one that comes in, by what the list knows of them. */
export type Candidates = ReadonlyMap<string, readonly string[]>

export function candidatesOf({ folded }: OpenedVault): Candidates {
  const byKey = new Map<string, string[]>()
  for (const id of folded.ids()) {
    const list = folded.list(id)
    if (list === undefined) continue
    const key = keyOfList(list)
    const known = byKey.get(key)
    if (known === undefined) byKey.set(key, [id])
    else known.push(id)
  }
  return byKey
}

/** Type, title, second line, host of the first address, and whether it lies in the trash. */
const keyOf = (...parts: readonly (string | boolean)[]): string => JSON.stringify(parts)

const keyOfList = ({ type, title, subtitle, firstUrl, trashedAt }: ListProperties): string =>
  keyOf(type, title, subtitle, hostOf(firstUrl?.url ?? ''), trashedAt !== null)

export function keyOfItem(item: TransferItem): string {
  const { type, title, fields, trashedAt } = item
  const subtitle = fields.find(({ id, concealed }) => id === subtitleField(type) && !concealed)?.value ?? ''
  const urls = fields.filter(({ kind, concealed, value }) => kind === 'url' && !concealed && value !== '')
  const [first] = urls.sort((a, b) => (a.id < b.id ? -1 : 1))
  return keyOf(type, title, subtitle.slice(0, 256), hostOf(first?.value ?? ''), trashedAt !== null)
}

/** Fields that the item of the vault lacks; null when it says something else in one that it has. Its details are read. */
export function missingFields(opened: OpenedVault, id: string, item: TransferItem): readonly TransferField[] | null {
  const held = heldFields(opened, id)
  const missing: TransferField[] = []
  for (const field of item.fields) {
    if (field.value === '') continue
    const known = held.get(field.id)
    if (known === undefined) missing.push(field)
    else if (!known.isSame(field.value)) return null
  }
  return missing
}

type Held = { readonly isSame: (value: string) => boolean }

/** A concealed value is compared by its fingerprint: nothing is opened to find duplicates. */
function heldFields({ folded, scope }: OpenedVault, id: string): ReadonlyMap<string, Held> {
  const winners = folded.properties(id)
  const held = new Map<string, Held>()
  for (const { id: field, value } of itemFields(winners)) {
    const stored = value?.value ?? null
    if (stored === null || stored === '') continue
    const check = readCheck(winners.get(`check:${field}`)?.value)
    const isSame = isSealed(stored)
      ? (text: string) => check?.fingerprint === fingerprint(scope, text)
      : (text: string) => stored === text
    held.set(field, { isSame })
  }
  return held
}
