import { VaultError } from '../../core/errors.ts'
import type { FoldedVault } from '../../core/vault/fold.ts'
import type { Json } from '../../core/vault/json.ts'
import type { BuildChanges } from '../item/change-items.ts'
import { ATTACHMENT_KIND, type AttachmentValue, attachmentJson, readAttachmentValue } from './attachment-value.ts'

export type AttachmentPlace = { readonly item: string; readonly field: string }

/** FIELD_NOT_FOUND when the field holds no attachment. The details of the item must have been read. */
export function attachmentAt(folded: FoldedVault, { item, field }: AttachmentPlace): AttachmentValue {
  const value = readAttachmentValue(folded.properties(item).get(`value:${field}`)?.value)
  if (value === null) throw new VaultError('FIELD_NOT_FOUND')
  return value
}

/** Names the attachment in its item; what carries its bytes is in the same save or in earlier ones. */
export function putAttachment({ item, field }: AttachmentPlace, value: AttachmentValue): BuildChanges {
  return ({ folded }, at) => {
    if (!folded.has(item)) throw new VaultError('ITEM_NOT_FOUND')
    const winners = folded.properties(item)
    const known = winners.get(`field:${field}`)?.value ?? null
    const order = [...winners.keys()].filter((name) => name.startsWith('field:')).length
    const definition = known ?? definitionOf(value.name, order)
    return [{ item, at, set: { [`field:${field}`]: definition, [`value:${field}`]: attachmentJson(value) } }]
  }
}

function definitionOf(label: string, order: number): Json {
  return { label, kind: ATTACHMENT_KIND, concealed: false, section: '', order }
}

export function renameAttachment(place: AttachmentPlace, name: string): BuildChanges {
  return ({ folded }, at) => {
    const value = attachmentAt(folded, place)
    if (value.name === name) return []
    return [{ item: place.item, at, set: { [`value:${place.field}`]: attachmentJson({ ...value, name }) } }]
  }
}

/** Its bytes stay in the file until it is next written anew; nothing names them any more. */
export function removeAttachment(place: AttachmentPlace): BuildChanges {
  return ({ folded }, at) => {
    attachmentAt(folded, place)
    return [{ item: place.item, at, set: { [`field:${place.field}`]: null, [`value:${place.field}`]: null } }]
  }
}
