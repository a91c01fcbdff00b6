import { VaultError } from '../core/errors.ts'
import type { Change } from '../core/vault/change.ts'
import { isSealed, openValue } from '../core/vault/concealed.ts'
import type { Json } from '../core/vault/json.ts'
import type { ListProperties } from '../core/vault/list-properties.ts'
import { readCheck } from '../core/vault/list-properties.ts'
import type { FieldEdit } from '../shared/item-views.ts'
import { attachmentViews, readAttachmentValue } from './attachments/attachment-value.ts'
import type { BuildChanges } from './item/change-items.ts'
import { type Field, itemFields } from './item/item-fields.ts'
import { editSet } from './item/item-set.ts'
import type { OpenedVault } from './opened-vault.ts'

/**
 * Makes one item of several: the first takes in every value of the others that it does not hold already, each as a field
 * of its own, and all tags; the others go to the trash. The details of all of them must have been read.
 */
export function mergeItems(ids: readonly string[]): BuildChanges {
  return (opened, at, now) => {
    const [into, ...others] = [...new Set(ids)]
    if (into === undefined || others.length === 0) throw new VaultError('BAD_REQUEST')
    const lists = [into, ...others].map((id) => listOf(opened, id))
    const winners = opened.folded.properties(into)
    const edit = {
      tags: [...new Set(lists.flatMap(({ tags }) => tags))],
      favorite: lists.some(({ favorite }) => favorite),
      fields: [...takeIn(opened, into, others)]
    }
    const set = editSet(edit, { item: into, at, type: lists[0]?.type ?? 'note', winners, scope: opened.scope })
    const trashed = others.map((item): Change => ({ item, at, set: { trashedAt: now } }))
    return [{ item: into, at, set: { ...set, ...filesOf(opened, into, others) } }, ...trashed]
  }
}

function listOf({ folded }: OpenedVault, id: string): ListProperties {
  const list = folded.list(id)
  if (list === undefined || list.purged) throw new VaultError('ITEM_NOT_FOUND')
  return list
}

function takeIn(opened: OpenedVault, into: string, others: readonly string[]): readonly FieldEdit[] {
  const own = itemFields(opened.folded.properties(into))
  const held = new Set(own.flatMap((field) => contentOf(opened, into, field) ?? []))
  const filled = new Set(own.filter((field) => contentOf(opened, into, field) !== null).map(({ id }) => id))
  const used = new Set(own.map(({ id }) => id))
  const taken: FieldEdit[] = []
  for (const other of others) {
    for (const field of itemFields(opened.folded.properties(other))) {
      const content = contentOf(opened, other, field)
      if (content === null || held.has(content)) continue
      held.add(content)
      const id = filled.has(field.id) ? freeId(used, field.id) : field.id
      filled.add(id)
      used.add(id)
      const section = id === field.id ? field.section : originOf(opened, other)
      taken.push(...fieldTaken(opened, { item: other, field }, { id, section, order: own.length + taken.length }))
    }
  }
  return taken
}

/** What a field says, to be compared: the fingerprint of a concealed value, the text of an open one. Null: nothing. */
function contentOf({ folded }: OpenedVault, item: string, { id, kind, value }: Field): string | null {
  const json = value?.value ?? null
  if (json === null || json === '') return null
  if (!isSealed(json)) return `${kind} ${JSON.stringify(json)}`
  const check = readCheck(folded.properties(item).get(`check:${id}`)?.value)
  return `sealed ${check?.fingerprint ?? json.sealed}`
}

type From = { readonly item: string; readonly field: Field }
type To = { readonly id: string; readonly section: string; readonly order: number }

/** A concealed value is opened alone, to be sealed for its new place. */
function fieldTaken({ folded, scope }: OpenedVault, { item, field }: From, to: To): readonly FieldEdit[] {
  const { value, property, kind, label, concealed } = field
  const json = value?.value ?? null
  const sealed = value !== undefined && isSealed(json)
  const text = sealed ? openValue(scope, { item, at: value.at, name: property }, json) : json
  if (typeof text !== 'string') return []
  const bits = readCheck(folded.properties(item).get(`check:${field.id}`)?.value)?.bits
  const put = { change: 'put', ...to, label, kind, concealed: concealed || sealed, value: text } as const
  return [bits === undefined ? put : { ...put, bits }]
}

/** Attachments of the others that the first does not hold: both name the same bytes, which stay while one of them does. */
function filesOf({ folded }: OpenedVault, into: string, others: readonly string[]): Record<string, Json> {
  const winners = folded.properties(into)
  const used = new Set([...winners.keys()].map((name) => name.slice(name.indexOf(':') + 1)))
  const held = new Set(attachmentViews(winners).map(({ field }) => hashOf(winners.get(`value:${field}`)?.value)))
  const files: Record<string, Json> = {}
  for (const other of others.map((id) => folded.properties(id))) {
    for (const { field } of attachmentViews(other)) {
      const value = other.get(`value:${field}`)?.value ?? null
      if (held.has(hashOf(value))) continue
      held.add(hashOf(value))
      const id = used.has(field) ? freeId(used, field) : field
      used.add(id)
      files[`field:${id}`] = other.get(`field:${field}`)?.value ?? null
      files[`value:${id}`] = value
    }
  }
  return files
}

const hashOf = (value: Json | undefined): string => readAttachmentValue(value)?.sha256 ?? ''

/** Where a second password came from is its section: the title and the day of the item that it stood in. */
function originOf({ folded }: OpenedVault, item: string): string {
  const { title = '', changedAt = 0 } = folded.list(item) ?? {}
  return `${title.slice(0, 200)} ${new Date(changedAt).toISOString().slice(0, 10)}`.trim()
}

function freeId(used: ReadonlySet<string>, id: string): string {
  for (let number = 2; ; number++) {
    const free = `${id.slice(0, 56)}-${number}`
    if (!used.has(free)) return free
  }
}
