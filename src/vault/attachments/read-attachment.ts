import { createHash } from 'node:crypto'
import { VaultError } from '../../core/errors.ts'
import type { Job } from '../environment.ts'
import { replaceFile } from '../storage/replace-file.ts'
import type { VaultFile } from '../storage/vault-file.ts'
import type { VaultFs } from '../storage/vault-fs.ts'
import { writeAll } from '../storage/write-all.ts'
import type { AttachmentValue } from './attachment-value.ts'

/**
 * The bytes of an attachment, in pieces, compared with the size and SHA-256 that name it: only after the last one are
 * they known to be right. ATTACHMENT_DAMAGED, whatever is wrong with them; its item is not touched by that.
 */
export async function* attachmentPieces(
  file: Pick<VaultFile, 'readAttachment'>,
  value: AttachmentValue
): AsyncIterable<Uint8Array> {
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const piece of file.readAttachment(value.attachment)) {
      size += piece.length
      if (size > value.size) throw new VaultError('ATTACHMENT_DAMAGED')
      hash.update(piece)
      yield piece
    }
  } catch (error) {
    if (error instanceof VaultError && error.code === 'VAULT_DAMAGED')
      throw new VaultError('ATTACHMENT_DAMAGED', error.detail, { cause: error })
    throw error
  }
  if (size !== value.size || hash.digest('hex') !== value.sha256) throw new VaultError('ATTACHMENT_DAMAGED')
}

/** The whole of a small one; the caller has looked at its size. */
export async function wholeAttachment(file: VaultFile, value: AttachmentValue): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of attachmentPieces(file, value)) pieces.push(piece)
  return Buffer.concat(pieces)
}

export type SaveTarget = { readonly path: string; readonly replace: boolean }

/**
 * Writes the attachment in the clear to a file of the user's, for nobody else to read (0600). The name stands for nothing
 * or for all of it: what turns out damaged at its end was never there.
 */
export async function saveAttachment(
  fs: VaultFs,
  file: VaultFile,
  value: AttachmentValue,
  target: SaveTarget,
  job: Job
): Promise<void> {
  const replace = target.replace && (await fs.stat(target.path)) !== null
  await replaceFile(
    fs,
    { path: target.path, replace },
    {},
    {
      async write(into) {
        let at = 0
        for await (const piece of attachmentPieces(file, value)) {
          if (job.signal.aborted) throw new VaultError('CANCELLED')
          at = await writeAll(into, piece, at)
          job.report(at, value.size)
        }
      }
    }
  )
}
