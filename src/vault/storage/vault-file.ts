import { equalBytes } from '../../core/bytes.ts'
import type { VaultKeys } from '../../core/crypto/key-derivation.ts'
import { VaultError } from '../../core/errors.ts'
import { FRAME } from '../../core/format/frame.ts'
import { type Head, isAuthentic } from '../../core/format/header.ts'
import type { FoldedVault } from '../../core/vault/fold.ts'
import type { LogTip, Save } from './append-save.ts'
import type { LogSource } from '../../core/format/log-reader.ts'
import { fileSource, growingSource } from './file-source.ts'
import { type FileWriter, fileWriter, type WriteFailure, type WriterParts } from './file-writer.ts'
import { type FoldedLog, foldLog } from './fold-log.ts'
import { frameScope } from './frame-scope.ts'
import { type SealedFrames, sealedFrames, type VerifyOptions } from './sealed-frames.ts'
import { setAsideTail } from './set-aside-tail.ts'
import type { OpenFile, VaultFs } from './vault-fs.ts'

/**
 * An open vault file. It borrows the keys that it was opened with and never changes bytes before its last commit.
 * One append at a time: the caller sees to it.
 */
export type VaultFile = {
  /** Links resolved. */
  readonly path: string
  readonly head: Head
  /** What stood unreadable behind the last save; `place` is where it was set aside, '' when nothing could be written. */
  readonly notice: { readonly bytes: number; readonly place: string } | null
  /** Frames of a newer version are in it: it can be read, not written. */
  readonly tooNew: boolean
  /** Opened to read, or the disk would not let us write. */
  readonly readOnly: boolean
  /**
   * Resolves once the save is on the disk, was read back from it, and the file still has its name. TOO_LARGE, BAD_REQUEST
   * and READ_ONLY come before anything is written, FILE_CHANGED_ON_DISK when the file that is there now has nothing of
   * it: it can be tried again. After any other error bytes may
   * stand behind the last commit, and what a sync that failed once really kept cannot be known, not even by reading it
   * back: every later append is refused with the same error. To go on, open the file anew, where the rules for the end of
   * a file judge those bytes, and write what it holds as a new file in its place (writeSnapshot).
   */
  append(save: Save): Promise<void>
  /**
   * One save into a file that was opened to read, by somebody who has taken its lock since. Nothing that is open here
   * knows of it. READ_ONLY where it could not have been opened to write as it is, and as append.
   */
  appendOnce(save: Save, beforeAppend: () => Promise<void>): Promise<void>
  /** FILE_CHANGED_ON_DISK when the file at this path is no longer the one that we read and wrote last. */
  checkUnchanged(): Promise<void>
  /** The end of the last save that was read or acknowledged. */
  readonly tip: LogTip
  /** The error after which no append is taken any more; null while all is well. */
  readonly failure: WriteFailure | null
  /** Whether this file begins with the other one up to its tip: through the tags, every save before it is the same. */
  continues(other: VaultFile): Promise<boolean>
  /** The opened details of a group of the fold. VAULT_DAMAGED { offset }. */
  loadDetails(group: number): Promise<readonly Uint8Array[]>
  /** In pieces, and nothing when they are not all there: compare with the size and SHA-256 that name it. VAULT_DAMAGED. */
  readAttachment(id: string): AsyncIterable<Uint8Array>
  /** Opens every frame that opening the file left sealed. `done` and `total` in bytes. VAULT_DAMAGED { offset }, CANCELLED. */
  verify(options?: VerifyOptions): Promise<{ readonly frames: number }>
  /** Whether it has more than doubled since it was last compacted. */
  wantsCompaction(): boolean
  close(): Promise<void>
}

export type OpenOptions = {
  /**
   * Asked once all is folded and before anything is written. False keeps the file as it is and opens it to read: where
   * this device remembers having saved more, the end of the file must not be cut.
   */
  readonly mayWrite?: () => Promise<boolean>
  /** Before every append: that the lock is still ours. */
  readonly beforeAppend?: () => Promise<void>
  readonly now?: () => number
}

/** A file that is smaller than this is not worth compacting. */
const LEAST_COMPACTED = 2 ** 20

/**
 * Opens the file under `keys` and folds it into `into`, which must be empty. Where the disk allows no writing, `write`
 * opens to read. FILE_CHANGED_ON_DISK when `head` is no longer that of the file; VAULT_DAMAGED { offset }.
 */
export async function openVaultFile(
  fs: VaultFs,
  path: string,
  head: Head,
  keys: VaultKeys,
  into: FoldedVault,
  mode: 'read' | 'write',
  options: OpenOptions = {}
): Promise<VaultFile> {
  if (!isAuthentic(head, keys.header)) throw new VaultError('VAULT_DAMAGED', { offset: 0 })
  const resolved = await fs.realpath(path)
  const { file, writable } = await openFor(fs, resolved, mode)
  try {
    const source = await fileSource(file)
    const present = await source.read(0, head.bytes.length)
    if (!equalBytes(present, head.bytes)) throw new VaultError('FILE_CHANGED_ON_DISK')
    const scope = frameScope(head, keys)
    const log = await foldLog(source, head.bytes.length, scope, head.mac, into)
    const end = await settleEnd(fs, resolved, file, log, writable, options)
    const tip = { size: log.end, tag: log.lastTag, frames: log.frames }
    const { beforeAppend } = options
    const parts = { fs, path: resolved, file, identity: await file.stat(), scope, tip, beforeAppend }
    const writer = fileWriter(parts)
    const sealed = sealedFrames(growingSource(file), head, keys, log)
    return vaultFile({ head, log, file, source, path: resolved, sealed, writer, parts, ...end })
  } catch (error) {
    await file.close().catch(() => {})
    throw error
  }
}

async function openFor(
  fs: VaultFs,
  path: string,
  mode: 'read' | 'write'
): Promise<{ readonly file: OpenFile; readonly writable: boolean }> {
  if (mode === 'read') return { file: await fs.open(path, 'r'), writable: false }
  try {
    return { file: await fs.open(path, 'r+'), writable: true }
  } catch (error) {
    if (!(error instanceof VaultError) || (error.code !== 'READ_ONLY' && error.code !== 'PERMISSION')) throw error
    return { file: await fs.open(path, 'r'), writable: false }
  }
}

type End = { readonly notice: VaultFile['notice']; readonly readOnly: boolean }

/**
 * A torn end is set aside before the first append. A disk that is full, most likely of the very bytes that were torn,
 * has no room for the side file either: the vault is then shown as it was before them, and not written.
 */
async function settleEnd(
  fs: VaultFs,
  path: string,
  file: OpenFile,
  { tail, tooNew }: FoldedLog,
  writable: boolean,
  options: OpenOptions
): Promise<End> {
  const mayWrite = writable && !tooNew && ((await options.mayWrite?.()) ?? true)
  if (tail === null) return { notice: null, readOnly: !mayWrite }
  if (!mayWrite) return { notice: { bytes: tail.bytes, place: '' }, readOnly: true }
  try {
    const place = await setAsideTail(fs, path, file, tail, options.now?.() ?? Date.now())
    return { notice: { bytes: tail.bytes, place }, readOnly: false }
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
    return { notice: { bytes: tail.bytes, place: '' }, readOnly: true }
  }
}

type Parts = End & {
  readonly head: Head
  readonly log: FoldedLog
  readonly file: OpenFile
  readonly source: LogSource
  readonly path: string
  readonly sealed: SealedFrames
  readonly writer: FileWriter
  readonly parts: WriterParts
}

function vaultFile({ head, log, file, source, path, sealed, writer, parts, notice, readOnly }: Parts): VaultFile {
  return {
    path,
    head,
    notice,
    readOnly,
    tooNew: log.tooNew,
    async append(save) {
      if (readOnly) throw new VaultError('READ_ONLY')
      const places = await writer.append(save)
      sealed.addChunks(places.filter(({ kind }) => kind === FRAME.chunk))
    },
    async appendOnce(save, beforeAppend) {
      if (log.tooNew || log.tail !== null) throw new VaultError('READ_ONLY')
      const again = await parts.fs.open(path, 'r+')
      try {
        await fileWriter({ ...parts, file: again, tip: writer.tip, beforeAppend }).append(save)
      } finally {
        await again.close()
      }
    },
    checkUnchanged: writer.checkUnchanged,
    get tip() {
      return writer.tip
    },
    get failure() {
      return writer.failure
    },
    async continues(other) {
      const { size, tag } = other.tip
      if (!equalBytes(head.bytes, other.head.bytes) || size > writer.tip.size) return false
      return equalBytes(await source.read(size - tag.length, tag.length), tag)
    },
    loadDetails: sealed.loadDetails,
    readAttachment: sealed.readAttachment,
    async verify(options) {
      await sealed.verify(options)
      return { frames: writer.tip.frames }
    },
    wantsCompaction: () => writer.tip.size > LEAST_COMPACTED && writer.tip.size > 2 * log.snapshotEnd,
    close: async () => file.close()
  }
}
