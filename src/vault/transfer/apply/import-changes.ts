import { VaultError } from '../../../core/errors.ts'
import { type Change, VAULT_ITEM } from '../../../core/vault/change.ts'
import { type ConcealedScope, fingerprint, sealValue } from '../../../core/vault/concealed.ts'
import { subtitleField } from '../../../core/vault/item-types.ts'
import type { Json } from '../../../core/vault/json.ts'
import type { Stamp } from '../../../core/vault/stamp.ts'
import { estimateBits } from '../../../core/vault/strength.ts'
import { definitionValue, valueProperty } from '../../item/field-definition.ts'
import type { BuildChanges } from '../../item/change-items.ts'
import { itemFields } from '../../item/item-fields.ts'
import type { OpenedVault } from '../../opened-vault.ts'
import { freeId } from '../field-ids.ts'
import { MAX_CHUNK } from '../../storage/chunk-body.ts'
import type { TransferField } from '../transfer-vault.ts'
import { itemStamp, olderVersions } from './item-stamps.ts'
import type { ImportPlan, NamedAttachment, PlannedItem } from './plan-import.ts'

/** What a vault remembers of an import: counts and a format, nothing that came in. docs/FORMAT.md, "Properties". */
export type JournalEntry = {
  readonly format: string
  readonly items: number
  readonly joined: number
  readonly attachments: number
}

/** All of an import as one save. The strengths were estimated before, so that the vault waits for sealing alone. */
export function importChanges({ items }: ImportPlan, strengths: Strengths, journal: JournalEntry): BuildChanges {
  return (opened, at, now) => {
    const changes = items.flatMap((planned) =>
      planned.joins === null
        ? newChanges(opened.scope, planned, { at, now, strengths })
        : joinChanges(opened, planned, { at, now, strengths })
    )
    if (changes.length === 0) return []
    return [...changes, { item: VAULT_ITEM, at, set: { [`journal:${at}`]: { kind: 'import', ...journal } } }]
  }
}

export type Strengths = ReadonlyMap<string, number>

/** Whole bits, rounded down, as in every check; one-time secrets have none. */
export function strengthOf({ kind, value }: TransferField): number {
  return kind === 'otp' ? 0 : Math.max(0, Math.floor(estimateBits(value)))
}

type Properties = Record<string, Json>

type Saving = { readonly at: Stamp; readonly now: number; readonly strengths: Strengths }

function newChanges(
  scope: ConcealedScope,
  planned: PlannedItem,
  { at: save, now, strengths }: Saving
): readonly Change[] {
  const { id, item, fields } = planned
  const at = itemStamp(item, save)
  const set: Properties = { type: item.type, title: item.title }
  if (item.createdAt !== null) set['createdAt'] = item.createdAt
  if (item.trashedAt !== null) set['trashedAt'] = trashTime(item.trashedAt, now)
  if (item.favorite) set['favorite'] = true
  const subtitle = fields.find((field) => field.id === subtitleField(item.type) && !field.concealed)?.value ?? ''
  if (subtitle !== '') set['subtitle'] = subtitle.slice(0, MAX_SUBTITLE)
  for (const tag of planned.tags) set[`tag:${tag}`] = true
  const older = fields.flatMap((field) => historyChanges(scope, id, field, at))
  for (const [order, field] of fields.entries()) setField(set, scope, { item: id, at, field, order, strengths })
  setAttachments(set, planned.attachments, { taken: new Set(fields.map((field) => field.id)), order: fields.length })
  return [...older, { item: id, at, set }]
}

const MAX_SUBTITLE = 256
const TRASH_DAYS = 30 * 24 * 60 * 60 * 1000

/** What lay in another program's trash for years must not go for good the next time that the vault is opened. */
const trashTime = (time: number, now: number): number => (time <= now && now - time < TRASH_DAYS ? time : now)

/** Only what is missing; nothing when nothing is. STALE when the item is not what the import was compared with. */
function joinChanges(
  { folded, scope }: OpenedVault,
  planned: PlannedItem,
  { at, strengths }: Saving
): readonly Change[] {
  const { id, fields, attachments } = planned
  if (folded.list(id)?.revision !== planned.joins) throw new VaultError('STALE')
  const { taken, next } = placesIn(folded.properties(id))
  const set: Properties = {}
  for (const tag of planned.tags) set[`tag:${tag}`] = true
  for (const [index, field] of fields.entries())
    setField(set, scope, { item: id, at, field, order: next + index, strengths })
  for (const field of fields) taken.add(field.id)
  setAttachments(set, attachments, { taken, order: next + fields.length })
  return Object.keys(set).length === 0 ? [] : [{ item: id, at, set }]
}

type Winners = Parameters<typeof itemFields>[0]

function placesIn(winners: Winners): { taken: Set<string>; next: number } {
  const fields = itemFields(winners)
  const orders = fields.map(({ order }) => order).filter((order) => order < MAX_ORDER)
  return { taken: new Set(fields.map(({ id }) => id)), next: Math.max(-1, ...orders) + 1 }
}
const MAX_ORDER = 1_000_000

type Placed = {
  readonly item: string
  readonly at: Stamp
  readonly field: TransferField
  readonly order: number
  readonly strengths: Strengths
}

function setField(set: Properties, scope: ConcealedScope, { item, at, field, order, strengths }: Placed): void {
  const { id, kind, concealed, value } = field
  set[`field:${id}`] = definitionValue({ ...field, order })
  if (value === '') return
  const property = valueProperty(id, kind, concealed)
  set[property] = concealed ? sealValue(scope, { item, at, name: property }, value) : value
  if (concealed)
    set[`check:${id}`] = { fingerprint: fingerprint(scope, value), bits: strengths.get(value) ?? strengthOf(field) }
}

/** One change for each older value: a value is bound to its stamp. */
function historyChanges(scope: ConcealedScope, item: string, field: TransferField, current: Stamp): readonly Change[] {
  const name = valueProperty(field.id, field.kind, field.concealed)
  return olderVersions(field, current).map(({ at, value }) => ({
    item,
    at,
    set: { [name]: field.concealed ? sealValue(scope, { item, at, name }, value) : value }
  }))
}

type Free = { readonly taken: Set<string>; readonly order: number }

function setAttachments(set: Properties, attachments: readonly NamedAttachment[], { taken, order }: Free): void {
  for (const [index, { id, name, mediaType, sha256, bytes }] of attachments.entries()) {
    const field = freeId('attachment', taken)
    taken.add(field)
    const look = { label: name, kind: 'attachment', concealed: false, section: '', order: order + index }
    set[`field:${field}`] = look
    const size = bytes.length
    const chunks = Math.max(1, Math.ceil(size / MAX_CHUNK))
    set[`value:${field}`] = { attachment: id, name, size, mediaType, sha256, chunks }
  }
}
