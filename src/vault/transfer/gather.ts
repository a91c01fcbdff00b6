import { VaultError } from '../../core/errors.ts'
import type { ItemState } from '../../core/vault/item-state.ts'
import type { ListProperties } from '../../core/vault/list-properties.ts'
import type { Version } from '../../core/vault/properties.ts'
import { wholeItems } from '../../core/vault/snapshot.ts'
import type { Job } from '../environment.ts'
import { itemFields } from '../item/item-fields.ts'
import type { OpenedVault } from '../opened-vault.ts'
import { gatherAttachments } from './gather-attachment.ts'
import { gatherField } from './gather-field.ts'
import type { TransferItem, TransferVault } from './transfer-vault.ts'

/** An attachment that could not be read; its item is gathered without it. */
export type DamagedAttachment = { readonly item: string; readonly attachment: string }

export type Gathered = {
  readonly id: string
  readonly item: TransferItem
  /** Names of attachments that are missing in `item`. */
  readonly damaged: readonly string[]
}

export type GatherOptions = {
  /** Only these, which must be there; by default all that are not purged. */
  readonly items?: readonly string[]
  /** Whether to go into the trash as well; by default yes, for nothing that the vault holds is to be lost silently. */
  readonly trashed?: boolean
  readonly job?: Job
}

/**
 * The items of an open vault in the clear, one at a time: values are opened for the item that is handed out and kept
 * nowhere else, so what the caller drops is gone. An attachment that is damaged is named and left out. VAULT_DAMAGED when
 * a value does not open, ITEM_NOT_FOUND, CANCELLED. Progress counts items.
 */
export async function* gatherItems(opened: OpenedVault, options: GatherOptions = {}): AsyncIterable<Gathered> {
  const { folded, file } = opened
  const wanted = wantedItems(opened, options)
  let done = 0
  for await (const [id, state] of wholeItems(folded, file.loadDetails, wanted)) {
    if (options.job?.signal.aborted) throw new VaultError('CANCELLED')
    const list = folded.list(id)
    // Purged while the export ran: gone is gone.
    if (list !== undefined && state.purged === null) yield await gatherItem(opened, list, state)
    options.job?.report(++done, wanted.length)
  }
}

function wantedItems({ folded }: OpenedVault, { items, trashed = true }: GatherOptions): readonly string[] {
  for (const id of items ?? []) if (!folded.has(id)) throw new VaultError('ITEM_NOT_FOUND')
  const all = items ?? [...folded.ids()]
  return trashed ? all : all.filter((id) => folded.list(id)?.trashedAt === null)
}

/** All of it at once, for formats that are one document. The caller drops it as soon as it is written. */
export async function gatherVault(
  opened: OpenedVault,
  options: GatherOptions = {}
): Promise<{ readonly vault: TransferVault; readonly damaged: readonly DamagedAttachment[] }> {
  const items: TransferItem[] = []
  const damaged: DamagedAttachment[] = []
  for await (const gathered of gatherItems(opened, options)) {
    items.push(gathered.item)
    for (const attachment of gathered.damaged) damaged.push({ item: gathered.item.title, attachment })
  }
  return { vault: { items }, damaged }
}

async function gatherItem(opened: OpenedVault, list: ListProperties, state: ItemState): Promise<Gathered> {
  const { id, type, title, favorite, tags, createdAt, changedAt, trashedAt } = list
  const winners = winnersOf(state)
  const fields = itemFields(winners)
  const { attachments, damaged } = await gatherAttachments(opened, winners)
  return {
    id,
    damaged,
    item: {
      type,
      title,
      favorite,
      tags: [...tags],
      createdAt,
      changedAt,
      trashedAt,
      fields: fields.flatMap((field) => gatherField(opened.scope, id, field, state) ?? []),
      attachments
    }
  }
}

function winnersOf(state: ItemState): ReadonlyMap<string, Version> {
  const winners = new Map<string, Version>()
  for (const [name, [version]] of state.properties) if (version !== undefined) winners.set(name, version)
  return winners
}
