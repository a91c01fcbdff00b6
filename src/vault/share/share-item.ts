import { concatBytes } from '../../core/bytes.ts'
import { VaultError } from '../../core/errors.ts'
import type { ShareTo } from '../../shared/share-views.ts'
import { newMasterPassword } from '../keys/master-password.ts'
import type { OpenedVault } from '../opened-vault.ts'
import { type AgeFor, type AgeOptions, sealAge } from '../transfer/age/seal-age.ts'
import { createLossBook } from '../transfer/exporter.ts'
import { gatherItems } from '../transfer/gather.ts'
import { writeJson } from '../transfer/json/write-json.ts'
import type { TransferItem } from '../transfer/transfer-vault.ts'

export type ShareRequest = {
  readonly item: string
  /** Ids of the fields that go along; absent, all of them. */
  readonly fields?: readonly string[] | undefined
  /** Whether its files go along; absent, when all fields do. */
  readonly attachments?: boolean | undefined
  readonly to: ShareTo
}

const MOST_BYTES = 64 * 2 ** 20

/**
 * One item for somebody else, as lines of text: sealed in an age file, which the stock tool opens too. Older values, tags
 * and marks stay here. ITEM_NOT_FOUND, FIELD_NOT_FOUND, ATTACHMENT_DAMAGED, BAD_RECIPIENT, PASSWORD_TOO_SHORT, TOO_LARGE.
 */
export async function shareItem(
  opened: OpenedVault,
  request: ShareRequest,
  now: number,
  options: Pick<AgeOptions, 'scryptWork'> = {}
): Promise<Uint8Array> {
  const audience = audienceOf(request.to)
  const work = { book: createLossBook(), signal: new AbortController().signal, vaultName: '', now }
  // Whole before it is sealed: a passphrase is not stretched for what turns out to be missing.
  const plain = await allOf(writeJson(sharedItems(opened, request), work))
  return concatBytes(...(await allOf(sealAge(plain.values(), audience, { ...options, armor: true }))))
}

async function allOf(pieces: AsyncIterable<Uint8Array>): Promise<readonly Uint8Array[]> {
  const read: Uint8Array[] = []
  let length = 0
  for await (const piece of pieces) {
    length += piece.length
    if (length > MOST_BYTES) throw new VaultError('TOO_LARGE')
    read.push(piece)
  }
  return read
}

function audienceOf(to: ShareTo): AgeFor {
  if ('recipients' in to) return to
  newMasterPassword(to.passphrase)[Symbol.dispose]()
  return to
}

async function* sharedItems(opened: OpenedVault, request: ShareRequest): AsyncIterable<TransferItem> {
  const { fields, attachments = fields === undefined } = request
  for await (const { item, damaged } of gatherItems(opened, { items: [request.item] })) {
    if (attachments && damaged.length > 0) throw new VaultError('ATTACHMENT_DAMAGED')
    yield { ...asItIs(item), fields: chosen(item, fields), attachments: attachments ? item.attachments : [] }
  }
}

const asItIs = (item: TransferItem): TransferItem => ({ ...item, favorite: false, tags: [], trashedAt: null })

function chosen({ fields }: TransferItem, wanted: readonly string[] | undefined): TransferItem['fields'] {
  for (const id of wanted ?? []) if (!fields.some((field) => field.id === id)) throw new VaultError('FIELD_NOT_FOUND')
  return fields
    .filter(({ id, value }) => value !== '' && (wanted === undefined || wanted.includes(id)))
    .map((field) => ({ ...field, history: [] }))
}
