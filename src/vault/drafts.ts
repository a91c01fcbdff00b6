import * as v from 'valibot'
import { isSealed, openValue, sealValue } from '../core/vault/concealed.ts'
import { VAULT_ITEM } from '../core/vault/change.ts'
import { itemId, itemType } from '../shared/ids.ts'
import { itemEdit } from '../shared/item-views.ts'
import type { BuildChanges } from './item/change-items.ts'
import type { OpenedVault } from './opened-vault.ts'

const draftSchema = v.strictObject({ item: v.nullable(itemId), type: itemType, edit: itemEdit })
export type Draft = v.InferOutput<typeof draftSchema>

/** A draft may hold passwords that were typed and not saved, so all of it is sealed like one. One for each device. */
const draftProperty = (deviceId: string): string => `draft:${deviceId}`

export function keepDraft(deviceId: string, draft: Draft): BuildChanges {
  return ({ scope }, at) => {
    const name = draftProperty(deviceId)
    return [
      { item: VAULT_ITEM, at, set: { [name]: sealValue(scope, { item: VAULT_ITEM, at, name }, JSON.stringify(draft)) } }
    ]
  }
}

export function dropDraft(deviceId: string): BuildChanges {
  return ({ folded }, at) => {
    const name = draftProperty(deviceId)
    const known = folded.vaultProperties().get(name)?.value ?? null
    return known === null ? [] : [{ item: VAULT_ITEM, at, set: { [name]: null } }]
  }
}

/** Null also for a draft of a form that this version does not know; it stays in the vault. */
export function loadDraft({ folded, scope }: OpenedVault, deviceId: string): Draft | null {
  const name = draftProperty(deviceId)
  const known = folded.vaultProperties().get(name)
  if (known === undefined || !isSealed(known.value)) return null
  const parsed = v.safeParse(
    draftSchema,
    JSON.parse(openValue(scope, { item: VAULT_ITEM, at: known.at, name }, known.value))
  )
  return parsed.success ? parsed.output : null
}
