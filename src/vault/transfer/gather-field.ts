import { type ConcealedScope, isSealed, openValue } from '../../core/vault/concealed.ts'
import type { ItemState } from '../../core/vault/item-state.ts'
import { isAttachmentValue, type Version } from '../../core/vault/properties.ts'
import { stampTime } from '../../core/vault/stamp.ts'
import type { Field } from '../item/item-fields.ts'
import type { TransferField } from './transfer-vault.ts'

/** A field with its value and history opened; null for one that holds an attachment. VAULT_DAMAGED. */
export function gatherField(scope: ConcealedScope, item: string, field: Field, state: ItemState): TransferField | null {
  const { id, label, kind, concealed, section, value } = field
  if (value !== undefined && isAttachmentValue(value.value)) return null
  const textOf = (name: string, { at, value: stored }: Version): string | null => {
    if (isSealed(stored)) return openValue(scope, { item, at, name }, stored)
    return typeof stored === 'string' ? stored : null
  }
  return {
    id,
    label,
    kind,
    concealed: concealed || isSealed(value?.value),
    section,
    value: (value === undefined ? null : textOf(field.property, value)) ?? '',
    history: historyOf(state, field, textOf)
  }
}

/** A field that was concealed or opened up at some time has its older values under another property. */
function historyOf(
  state: ItemState,
  { id, property }: Field,
  textOf: (name: string, version: Version) => string | null
): TransferField['history'] {
  const versions = [`value:${id}`, `url:${id}`].flatMap((name) =>
    (state.properties.get(name) ?? []).slice(name === property ? 1 : 0).map((version) => ({ name, version }))
  )
  return versions
    .sort((a, b) => (a.version.at < b.version.at ? -1 : 1))
    .flatMap(({ name, version }) => {
      const text = textOf(name, version)
      return text === null || text === '' ? [] : [{ at: stampTime(version.at), value: text }]
    })
}
