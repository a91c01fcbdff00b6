import { createHash } from 'node:crypto'
import { randomUuid } from '../../../core/random.ts'
import { isObject } from '../../../core/vault/json.ts'
import type { Stamp } from '../../../core/vault/stamp.ts'
import { isAttachmentValue } from '../../../core/vault/properties.ts'
import { readDetails } from '../../item/read-details.ts'
import type { OpenedVault } from '../../opened-vault.ts'
import type { Pace } from '../pace.ts'
import type { TransferAttachment, TransferField, TransferItem, TransferVault } from '../transfer-vault.ts'
import { fitItem } from './fit-item.ts'
import { type Candidates, candidatesOf, keyOfItem, missingFields } from './match-items.ts'

export type NamedAttachment = TransferAttachment & { readonly id: string; readonly sha256: string }

/** What becomes of one item: a new one of the vault, or what one that is there lacks. */
export type PlannedItem = {
  readonly id: string
  /** The revision of the item that it joins; null for a new one. */
  readonly joins: Stamp | null
  readonly item: TransferItem
  readonly fields: readonly TransferField[]
  readonly tags: readonly string[]
  readonly attachments: readonly NamedAttachment[]
}

export type ImportPlan = { readonly items: readonly PlannedItem[] }

/**
 * Decides item by item, changing nothing: one that says nothing else than an item of the vault joins it, all others are
 * new. Of items that are there, one takes in at most one of the source's. CANCELLED.
 */
export async function planImport(opened: OpenedVault, vault: TransferVault, pace: Pace): Promise<ImportPlan> {
  const candidates = candidatesOf(opened)
  await readCandidates(opened, vault, candidates)
  const taken = new Set<string>()
  const items: PlannedItem[] = []
  for (const [index, source] of vault.items.entries()) {
    const item = fitItem(source)
    const planned = joined(opened, item, candidates, taken) ?? fresh(item)
    if (planned.joins !== null) taken.add(planned.id)
    items.push(planned)
    await pace(index, vault.items.length)
  }
  return { items }
}

async function readCandidates(opened: OpenedVault, vault: TransferVault, candidates: Candidates): Promise<void> {
  const wanted = vault.items.flatMap((item) => candidates.get(keyOfItem(item)) ?? [])
  await readDetails(opened, [...new Set(wanted)])
}

function joined(
  opened: OpenedVault,
  item: TransferItem,
  candidates: Candidates,
  taken: ReadonlySet<string>
): PlannedItem | null {
  for (const id of candidates.get(keyOfItem(item)) ?? []) {
    const fields = taken.has(id) ? null : missingFields(opened, id, item)
    if (fields === null) continue
    const held = heldAttachments(opened, id)
    const attachments = item.attachments.map(named).filter(({ sha256 }) => !held.has(sha256))
    const { tags = [], revision = '' } = opened.folded.list(id) ?? {}
    const known = new Set(tags)
    return { id, joins: revision, item, fields, attachments, tags: item.tags.filter((tag) => !known.has(tag)) }
  }
  return null
}

const fresh = (item: TransferItem): PlannedItem => ({
  id: randomUuid(),
  joins: null,
  item,
  tags: item.tags,
  fields: item.fields.filter(({ value, history }) => value !== '' || history.length > 0),
  attachments: item.attachments.map(named)
})

const named = (attachment: TransferAttachment): NamedAttachment => ({
  ...attachment,
  id: randomUuid().replaceAll('-', ''),
  sha256: createHash('sha256').update(attachment.bytes).digest('hex')
})

function heldAttachments({ folded }: OpenedVault, id: string): ReadonlySet<string> {
  const hashes = new Set<string>()
  for (const { value } of folded.properties(id).values()) {
    if (isAttachmentValue(value) && isObject(value) && typeof value['sha256'] === 'string') hashes.add(value['sha256'])
  }
  return hashes
}
