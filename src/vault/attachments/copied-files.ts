import { createHash } from 'node:crypto'
import { VaultError } from '../../core/errors.ts'
import { randomBytes } from '../../core/random.ts'
import type { Change } from '../../core/vault/change.ts'
import type { Stamp } from '../../core/vault/stamp.ts'
import type { Job } from '../environment.ts'
import type { OpenedVault } from '../opened-vault.ts'
import { MAX_CHUNK } from '../storage/chunk-body.ts'
import { readUpTo } from '../storage/read-exactly.ts'
import type { OpenFile, VaultFs } from '../storage/vault-fs.ts'
import { withFile } from './add-attachment.ts'
import { putAttachment } from './attachment-changes.ts'
import type { AttachmentValue } from './attachment-value.ts'
import { checkBeginning } from './source-mark.ts'
import type { WaitingFile } from './waiting-files.ts'

/** A file that waits for the disk, as a copy of the vault has it: what names it, and its bytes from where it is. */
export type CopiedFile = {
  readonly changes: readonly Change[]
  readonly attachment: string
  readonly bytes: () => AsyncIterable<Uint8Array>
}

/** Reads it once for what names it, since that comes before its bytes. SOURCE_CHANGED, CANCELLED. */
export async function copiedFile(
  fs: VaultFs,
  file: WaitingFile,
  into: { readonly opened: OpenedVault; readonly at: Stamp; readonly now: number },
  { signal }: Pick<Job, 'signal'>
): Promise<CopiedFile> {
  const attachment = Buffer.from(randomBytes(16)).toString('hex')
  const known = await summed(fs, file, signal)
  const { name, mediaType } = file
  const value: AttachmentValue = { attachment, name, mediaType, ...known }
  return {
    changes: putAttachment(file, value)(into.opened, into.at, into.now),
    attachment,
    bytes: () => sameBytes(fs, file, known.sha256)
  }
}

type Summed = Pick<AttachmentValue, 'size' | 'sha256' | 'chunks'>

async function summed(fs: VaultFs, { path, mark }: WaitingFile, signal: AbortSignal): Promise<Summed> {
  return fromSource(fs, path, async (source) => {
    const hash = createHash('sha256')
    let [size, chunks] = [0, 0]
    for await (const bytes of chunksOf(source)) {
      if (signal.aborted) throw new VaultError('CANCELLED')
      hash.update(bytes)
      size += bytes.length
      chunks += 1
      if (size === mark.read) checkBeginning({ read: size, sha256: hash.copy().digest('hex') }, mark)
    }
    if (size !== mark.size) throw new VaultError('SOURCE_CHANGED')
    return { size, sha256: hash.digest('hex'), chunks }
  })
}

/** The same bytes a second time. */
async function* sameBytes(fs: VaultFs, { path }: WaitingFile, sha256: string): AsyncIterable<Uint8Array> {
  const source = await fs.open(path, 'r').catch(gone)
  try {
    const hash = createHash('sha256')
    for await (const bytes of chunksOf(source)) {
      hash.update(bytes)
      yield bytes
    }
    if (hash.digest('hex') !== sha256) throw new VaultError('SOURCE_CHANGED')
  } finally {
    await source.close()
  }
}

async function* chunksOf(source: OpenFile): AsyncIterable<Uint8Array> {
  for (let at = 0; ; ) {
    const bytes = await readUpTo(source, at, MAX_CHUNK).catch(gone)
    if (bytes.length === 0) return
    at += bytes.length
    yield bytes
  }
}

/** Whatever keeps it from being read: it is not there as it was. */
async function fromSource<Value>(fs: VaultFs, path: string, use: (source: OpenFile) => Promise<Value>): Promise<Value> {
  return withFile({ ...fs, open: async (name, flags) => fs.open(name, flags).catch(gone) }, path, use)
}

function gone(cause: unknown): never {
  throw new VaultError('SOURCE_CHANGED', {}, { cause })
}
