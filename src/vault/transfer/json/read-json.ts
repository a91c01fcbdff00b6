import * as v from 'valibot'
import { VaultError } from '../../../core/errors.ts'
import { type Importer, type ImportSource, MAX_IMPORT_BYTES } from '../importer.ts'
import type { ReceiptBook } from '../receipt.ts'
import type { TransferItem, TransferVault } from '../transfer-vault.ts'
import { TRANSFER_FORMAT, TRANSFER_VERSION, transferDocument } from './transfer-schema.ts'

const HEAD = new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${TRANSFER_FORMAT}"`)

/** The documented JSON, which is strict: what it does not name is not skipped but refused. */
export const jsonImporter: Importer = {
  format: 'coffer-json',
  recognises: isTransferJson,
  read: async ({ bytes }, { book }) => readTransferJson(bytes, book)
}

export function isTransferJson({ bytes }: Pick<ImportSource, 'bytes'>): boolean {
  return HEAD.test(new TextDecoder().decode(bytes.subarray(0, 256)))
}

/** IMPORT_DAMAGED { place } for anything that writeJson does not write, IMPORT_REFUSED for a newer version. */
export function readTransferJson(bytes: Uint8Array, book: ReceiptBook): TransferVault {
  if (bytes.length > MAX_IMPORT_BYTES) throw new VaultError('IMPORT_REFUSED', { reason: 'size' })
  const parsed = v.safeParse(transferDocument, parse(bytes), { abortEarly: true })
  if (!parsed.success) throw new VaultError('IMPORT_DAMAGED', { place: placeOf(parsed.issues[0]) })
  const items = parsed.output.items.map(toItem)
  for (const item of items) note(item, book)
  return { items }
}

function parse(bytes: Uint8Array): unknown {
  try {
    const document: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (isNewer(document)) throw new VaultError('IMPORT_REFUSED', { reason: 'tooNew' })
    return document
  } catch (error) {
    if (error instanceof VaultError) throw error
    // Its message quotes the text it failed on.
    throw new VaultError('IMPORT_DAMAGED', { place: 'JSON' })
  }
}

const newer = v.object({ format: v.literal(TRANSFER_FORMAT), version: v.pipe(v.number(), v.gtValue(TRANSFER_VERSION)) })
const isNewer = (document: unknown): boolean => v.is(newer, document)

/** Names and numbers of the schema alone (`items.3.fields.0.kind`): a key of the file could hold anything. */
function placeOf(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) => key)
  return keys.map((key) => (typeof key === 'number' || KNOWN.has(String(key)) ? String(key) : '?')).join('.')
}

const KNOWN = new Set(
  (
    'format version vault exportedAt items type title favorite tags createdAt changedAt trashedAt fields attachments ' +
    'id label kind concealed section value history at name mediaType bytes'
  ).split(' ')
)

type DocumentItem = v.InferOutput<typeof transferDocument>['items'][number]

function toItem({ attachments, ...item }: DocumentItem): TransferItem {
  const opened = attachments.map(({ bytes, ...named }) => ({
    ...named,
    bytes: Uint8Array.from(Buffer.from(bytes, 'base64'))
  }))
  return { ...item, attachments: opened }
}

function note({ fields, attachments }: TransferItem, book: ReceiptBook): void {
  const filled = fields.filter(({ value, history }) => value !== '' || history.length > 0).length
  book.found(1, filled + attachments.length)
  book.imported(filled + attachments.length)
}
