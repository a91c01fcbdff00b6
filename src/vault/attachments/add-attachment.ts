import { createHash } from 'node:crypto'
import { VaultError } from '../../core/errors.ts'
import { randomBytes } from '../../core/random.ts'
import type { Job } from '../environment.ts'
import { type Chunk, MAX_CHUNK } from '../storage/chunk-body.ts'
import { readUpTo } from '../storage/read-exactly.ts'
import type { OpenFile, VaultFs } from '../storage/vault-fs.ts'
import type { VaultStore } from '../vault-store.ts'
import { type AttachmentPlace, putAttachment } from './attachment-changes.ts'
import type { AttachmentValue } from './attachment-value.ts'

/** More than anybody keeps beside a password; a gibibyte still is read, sealed and read back in minutes. */
export const MAX_ATTACHMENT = 2 ** 30
/** Chunks of one save: other saves wait for at most these. */
const SLICE = 8

export type AddRequest = AttachmentPlace & { readonly name: string; readonly mediaType: string }

/**
 * Streams `file` into the vault: slices of eight chunks are committed one by one, so that memory stays flat, typing is
 * saved in between, and giving up leaves nothing but bytes that no value names. The last slice names the attachment;
 * until then the item is as it was. TOO_LARGE { most }, NOT_A_FILE, CANCELLED, NO_SPACE, …
 */
export async function addAttachment(store: VaultStore, file: OpenFile, request: AddRequest, job: Job): Promise<void> {
  const { size, isFile } = await file.stat()
  if (!isFile) throw new VaultError('NOT_A_FILE')
  if (size > MAX_ATTACHMENT) throw new VaultError('TOO_LARGE', { what: 'attachment', most: MAX_ATTACHMENT })
  const into = store.opened().file
  const attachment = Buffer.from(randomBytes(16)).toString('hex')
  const hash = createHash('sha256')
  let bytes = 0
  let chunks = 0
  for await (const slice of slicesOf(file, attachment)) {
    for (const { bytes: piece } of slice) {
      hash.update(piece)
      bytes += piece.length
    }
    chunks += slice.length
    if (job.signal.aborted) throw new VaultError('CANCELLED')
    if (bytes > MAX_ATTACHMENT) throw new VaultError('TOO_LARGE', { what: 'attachment', most: MAX_ATTACHMENT })
    // New keys write the vault anew without what nothing names yet: these chunks would be missing there.
    if (store.opened().file !== into) throw new VaultError('FILE_CHANGED_ON_DISK')
    const isLast = slice.at(-1)?.last === true
    const { name, mediaType } = request
    const value = (): AttachmentValue => ({
      attachment,
      name,
      size: bytes,
      mediaType,
      sha256: hash.digest('hex'),
      chunks
    })
    await store.save(
      isLast ? sameFile(into, putAttachment(request, value())) : () => [],
      isLast ? [request.item] : [],
      slice
    )
    job.report(bytes, Math.max(size, bytes))
  }
}

function sameFile(
  into: ReturnType<VaultStore['opened']>['file'],
  build: ReturnType<typeof putAttachment>
): ReturnType<typeof putAttachment> {
  return (opened, at, now) => {
    if (opened.file !== into) throw new VaultError('FILE_CHANGED_ON_DISK')
    return build(opened, at, now)
  }
}

/** The chunks of a file in slices; an empty file is one empty chunk. */
async function* slicesOf(file: OpenFile, attachment: string): AsyncIterable<readonly Chunk[]> {
  let slice: Chunk[] = []
  let next = await readUpTo(file, 0, MAX_CHUNK)
  for (let chunk = 0, at = next.length; ; chunk++) {
    const bytes = next
    // What comes behind tells whether this is the last one: a file may grow while it is read.
    next = bytes.length < MAX_CHUNK ? new Uint8Array() : await readUpTo(file, at, MAX_CHUNK)
    at += next.length
    const last = next.length === 0
    slice.push({ attachment, chunk, last, bytes })
    if (!last && slice.length < SLICE) continue
    yield slice
    if (last) return
    slice = []
  }
}

/** Opens and closes the file around `use`. NOT_FOUND, PERMISSION, … */
export async function withFile<Value>(
  fs: VaultFs,
  path: string,
  use: (file: OpenFile) => Promise<Value>
): Promise<Value> {
  const file = await fs.open(path, 'r')
  try {
    return await use(file)
  } finally {
    await file.close()
  }
}
