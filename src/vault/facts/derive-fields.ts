import { ITEM_TYPES } from '../../core/vault/item-types.ts'
import type { Version } from '../../core/vault/properties.ts'
import type { FieldEdit } from '../../shared/item-views.ts'
import { fieldOf } from '../item/item-fields.ts'
import { certificateFacts } from './certificate-facts.ts'
import { sshKeyFacts } from './ssh-key-facts.ts'

type Put = Extract<FieldEdit, { change: 'put' }>
type Winners = ReadonlyMap<string, Version>
/** What a source says of other fields. `always`: it is the source that knows; otherwise only what is empty is filled. */
type Fact = { readonly id: string; readonly value: string; readonly always: boolean }

/**
 * The edit with what its certificate or SSH key says of itself, in the fields that the type has for it. A value that the
 * same edit types in is the user's and stays.
 */
export function withFacts(fields: readonly FieldEdit[], type: string, winners: Winners): readonly FieldEdit[] {
  const typed = fields.filter((field): field is Put => field.change === 'put' && (field.value ?? '') !== '')
  const facts = typed.flatMap((field) => factsOf(type, field)).filter(({ value }) => value !== '')
  const edits = new Map(fields.map((field) => [field.id, field]))
  for (const { id, value, always } of facts) {
    const edit = edits.get(id)
    if (edit?.change === 'remove' || (edit?.value ?? '') !== '') continue
    const stored = fieldOf(winners, id).value?.value ?? null
    if (stored === value || (!always && stored !== null)) continue
    const put = edit ?? definitionOf(type, id, winners)
    if (put !== null && !put.concealed) edits.set(id, { ...put, value })
  }
  return [...edits.values()]
}

function factsOf(type: string, { id, value = '' }: Put): readonly Fact[] {
  if (type === 'certificate' && id === 'certificate') return certificateFields(value)
  if (type === 'ssh-key' && (id === 'public-key' || id === 'private-key')) return sshFields(value)
  return []
}

function certificateFields(text: string): readonly Fact[] {
  const facts = certificateFacts(text)
  if (facts === null) return []
  const { domain, subject, issuer, expires, fingerprint } = facts
  const known = Object.entries({ subject, issuer, expires, fingerprint })
  return [{ id: 'domain', value: domain, always: false }, ...known.map(([id, value]) => ({ id, value, always: true }))]
}

function sshFields(text: string): readonly Fact[] {
  const facts = sshKeyFacts(text)
  if (facts === null) return []
  return [
    { id: 'public-key', value: facts.publicKey, always: false },
    { id: 'key-type', value: facts.keyType, always: true },
    { id: 'fingerprint', value: facts.fingerprint, always: true }
  ]
}

/** The field as it stands in the item, or as the template has it; null for one that the user has removed from the type. */
function definitionOf(type: string, id: string, winners: Winners): Put | null {
  if (winners.get(`field:${id}`)?.value) {
    const { label, kind, concealed, section, order } = fieldOf(winners, id)
    return { change: 'put', id, label, kind, concealed, section, order }
  }
  const template = ITEM_TYPES.get(type) ?? []
  const order = template.findIndex((field) => field.id === id)
  const field = template[order]
  return field === undefined ? null : { change: 'put', ...field, order }
}
