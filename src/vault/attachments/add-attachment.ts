import { createHash } from 'node:crypto'
import { VaultError } from '../../core/errors.ts'
import { randomBytes } from '../../core/random.ts'
import { VAULT_ITEM } from '../../core/vault/change.ts'
import type { Job } from '../environment.ts'
import type { BuildChanges } from '../item/change-items.ts'
import type { Chunks } from '../storage/append-save.ts'
import { type Chunk, MAX_CHUNK } from '../storage/chunk-body.ts'
import { readUpTo } from '../storage/read-exactly.ts'
import type { VaultFile } from '../storage/vault-file.ts'
import type { OpenFile, VaultFs } from '../storage/vault-fs.ts'
import type { VaultStore } from '../vault-store.ts'
import { type AttachmentPlace, putAttachment } from './attachment-changes.ts'
import { checkBeginning, checkSource, type SourceMark } from './source-mark.ts'

/** More than anybody keeps beside a password; a gibibyte still is read, sealed and read back in minutes. */
export const MAX_ATTACHMENT = 2 ** 30
/** Chunks of one save: other saves wait for at most these. */
const SLICE = 8

export type AddRequest = AttachmentPlace & { readonly name: string; readonly mediaType: string }

/** Where the slices go: the store, guarded against a lock meanwhile; the last one, which names the file, can be taken back. */
export type Into = Pick<VaultStore, 'opened' | 'save'> & { readonly name: VaultStore['save'] }

export type Source = {
  /** What was known of the file when it was read before. */
  readonly expected?: SourceMark
  /** Told how far it was read when the vault did not take what was read last, before the error is thrown. */
  readonly refused?: (mark: SourceMark, attachment: string, error: unknown) => void
}

/**
 * Streams `file` into the vault: slices of eight chunks are committed one by one, so that memory stays flat, typing is
 * saved in between, and giving up leaves nothing but bytes that no value names. The last slice names the attachment;
 * until then the item is as it was. TOO_LARGE { most }, NOT_A_FILE, CANCELLED, NO_SPACE, …; FILE_CHANGED_ON_DISK when
 * the vault was written anew meanwhile, and with it everything that nothing names yet: begin again; SOURCE_CHANGED when
 * the file is not the expected one.
 */
export async function addAttachment(
  into: Into,
  file: OpenFile,
  request: AddRequest,
  job: Job,
  { expected, refused }: Source = {}
): Promise<void> {
  const stat = await file.stat()
  const { size, isFile, modifiedAt } = stat
  if (!isFile) throw new VaultError('NOT_A_FILE')
  checkSize(size)
  checkSource(stat, expected)
  const { file: vaultFile } = into.opened()
  const attachment = Buffer.from(randomBytes(16)).toString('hex')
  const { name, mediaType } = request
  const hash = createHash('sha256')
  let done = 0
  let chunks = 0
  for await (const slice of slicesOf(file, attachment)) {
    if (job.signal.aborted) throw new VaultError('CANCELLED')
    // In one slice everything is in one save, and goes wherever that goes.
    if (chunks > 0 && into.opened().file !== vaultFile) throw new VaultError('FILE_CHANGED_ON_DISK')
    const isWhole = chunks === 0 && isEnd(slice)
    for (const { bytes } of slice) {
      hash.update(bytes)
      done += bytes.length
    }
    chunks += slice.length
    checkSize(done)
    const mark = { size, modifiedAt, read: done, sha256: hash.copy().digest('hex') }
    checkBeginning(mark, expected)
    const value = { attachment, name, size: done, mediaType, sha256: isEnd(slice) ? hash.digest('hex') : '', chunks }
    const build = isEnd(slice) ? putAttachment(request, value) : carryOn
    const save = isEnd(slice) ? into.name : into.save
    await save(isWhole ? build : onlyIn(vaultFile, build), [request.item], eachOf(slice, isWhole)).catch(
      (error: unknown) => {
        refused?.(mark, attachment, error)
        throw error
      }
    )
    job.report(done, Math.max(size, done))
  }
}

const isEnd = (slice: readonly Chunk[]): boolean => slice.at(-1)?.last === true

function checkSize(bytes: number): void {
  if (bytes > MAX_ATTACHMENT) throw new VaultError('TOO_LARGE', { what: 'attachment', most: MAX_ATTACHMENT })
}

/** A save is made of changes; this one says nothing, and commits the chunks that come with it. */
const carryOn: BuildChanges = (_opened, at) => [{ item: VAULT_ITEM, at, set: {} }]

function onlyIn(file: VaultFile, build: BuildChanges): BuildChanges {
  return (opened, at, now) => {
    if (opened.file !== file) throw new VaultError('FILE_CHANGED_ON_DISK')
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

/** To be gone through as often as a save is tried. Behind others that the file has already, it is nothing by itself. */
const eachOf = (slice: readonly Chunk[], isWhole: boolean): Chunks => ({
  ...(isWhole ? { whole: slice } : {}),
  async *[Symbol.asyncIterator]() {
    yield* slice
  }
})

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
