import { VaultError } from '../../core/errors.ts'
import type { Receipt } from './receipt.ts'
import type { TransferItem, TransferVault } from './transfer-vault.ts'

/** A file that holds more than this is no vault of a person's. */
export const IMPORT_LIMITS = {
  items: 200_000,
  fields: 1000,
  tags: 500,
  history: 10_000,
  attachments: 1000,
  attachedBytes: 2 ** 30
} as const

const FIELD_ID = /^[a-z0-9][a-z0-9-]{0,63}$/
const TYPE = FIELD_ID

/** The vault itself when it is within bounds. IMPORT_REFUSED { reason }; INTERNAL when an importer made nonsense. */
export function checkVault(vault: TransferVault): TransferVault {
  if (vault.items.length > IMPORT_LIMITS.items) throw refused('items')
  let attached = 0
  for (const item of vault.items) {
    checkItem(item)
    for (const { bytes } of item.attachments) attached += bytes.length
  }
  // One file that thousands of items name is small here, and would not be once each has it.
  if (attached > IMPORT_LIMITS.attachedBytes) throw refused('size')
  return vault
}

function checkItem(item: TransferItem): void {
  if (item.fields.length > IMPORT_LIMITS.fields) throw refused('fields')
  if (item.tags.length > IMPORT_LIMITS.tags) throw refused('tags')
  if (item.attachments.length > IMPORT_LIMITS.attachments) throw refused('attachments')
  if (!TYPE.test(item.type)) throw new VaultError('INTERNAL')
  const ids = new Set<string>()
  let versions = 0
  for (const { id, history } of item.fields) {
    if (!FIELD_ID.test(id) || ids.has(id)) throw new VaultError('INTERNAL')
    ids.add(id)
    versions += history.length
  }
  if (versions > IMPORT_LIMITS.history) throw refused('history')
}

/** The promise of a receipt: no source field goes unmentioned. INTERNAL when an importer's counts do not add up. */
export function checkReceipt(receipt: Receipt): Receipt {
  const { sourceFields, imported, kept, refused: left } = receipt
  if (imported + kept + left !== sourceFields) throw new VaultError('INTERNAL', { reason: 'RECEIPT' })
  return receipt
}

const refused = (reason: string): VaultError => new VaultError('IMPORT_REFUSED', { reason })
