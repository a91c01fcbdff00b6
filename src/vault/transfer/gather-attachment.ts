import { createHash } from 'node:crypto'
import { concatBytes } from '../../core/bytes.ts'
import { VaultError } from '../../core/errors.ts'
import { isObject, type Json } from '../../core/vault/json.ts'
import { isAttachmentValue } from '../../core/vault/properties.ts'
import type { Field } from '../item/item-fields.ts'
import type { OpenedVault } from '../opened-vault.ts'
import type { TransferAttachment } from './transfer-vault.ts'

type Attachments = { readonly attachments: readonly TransferAttachment[]; readonly damaged: readonly string[] }

/** The attachments that these fields name, whole and as they were put in; of the others the names. */
export async function gatherAttachments({ file }: OpenedVault, fields: readonly Field[]): Promise<Attachments> {
  const attachments: TransferAttachment[] = []
  const damaged: string[] = []
  for (const { value } of fields) {
    const stored = value?.value ?? null
    if (!isAttachmentValue(stored)) continue
    const named = readNamed(stored)
    const bytes = named === null ? null : await wholeBytes(file.readAttachment(named.attachment), named)
    if (named === null || bytes === null) damaged.push(named?.name ?? '')
    else attachments.push({ name: named.name, mediaType: named.mediaType, bytes })
  }
  return { attachments, damaged }
}

/** What a value says of its attachment. docs/FORMAT.md, "Attachments". */
type Named = {
  readonly attachment: string
  readonly name: string
  readonly size: number
  readonly mediaType: string
  readonly sha256: string
}

function readNamed(value: Json): Named | null {
  if (!isObject(value)) return null
  const { attachment, name, size, mediaType, sha256 } = value as Readonly<Record<string, Json | undefined>>
  if (typeof attachment !== 'string' || typeof name !== 'string' || typeof sha256 !== 'string') return null
  if (typeof size !== 'number') return null
  return { attachment, name, size, sha256, mediaType: typeof mediaType === 'string' ? mediaType : '' }
}

/** Null when a piece is missing, does not open or is not what was put in: one bad attachment must not cost the rest. */
async function wholeBytes(pieces: AsyncIterable<Uint8Array>, { size, sha256 }: Named): Promise<Uint8Array | null> {
  try {
    const read: Uint8Array[] = []
    let length = 0
    for await (const piece of pieces) {
      length += piece.length
      if (length > size) return null
      read.push(piece)
    }
    const bytes = concatBytes(...read)
    return length === size && createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null
  } catch (error) {
    if (error instanceof VaultError && (error.code === 'VAULT_DAMAGED' || error.code === 'IO')) return null
    throw error
  }
}
