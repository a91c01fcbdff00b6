import { equalBytes } from '../../core/bytes.ts'
import { VaultError } from '../../core/errors.ts'
import { encodeFrame, FRAME, type FrameScope } from '../../core/format/frame.ts'
import type { FramePlace } from '../../core/format/log-reader.ts'
import { appendFrame } from './append-frame.ts'
import { type Appended, appendSave, type LogTip, type Save } from './append-save.ts'
import { readUpTo } from './read-exactly.ts'
import { saveBodies } from './save-bodies.ts'
import type { FileStat, OpenFile, VaultFs } from './vault-fs.ts'

/** Why nothing is appended any more. `inDoubt`: a sync was begun, and what it kept cannot be known. */
export type WriteFailure = { readonly error: VaultError; readonly inDoubt: boolean }

export type FileWriter = {
  /** Where the frames of the save stand, once they are on the disk and were read back from it. */
  append(save: Save): Promise<readonly FramePlace[]>
  checkUnchanged(): Promise<void>
  readonly tip: LogTip
  readonly failure: WriteFailure | null
}

export type WriterParts = {
  readonly fs: VaultFs
  readonly path: string
  readonly file: OpenFile
  /** What `file` was when it was opened. */
  readonly identity: FileStat
  readonly scope: FrameScope
  readonly tip: LogTip
  readonly beforeAppend?: (() => Promise<void>) | undefined
}

const BUSY: WriteFailure = { error: new VaultError('INTERNAL'), inDoubt: false }

/**
 * The one place that adds to a vault file. After an error of the disk nobody knows what it kept: a sync that failed once
 * may report success the next time although the pages are gone. So the writer stays failed, and opening the file anew
 * finds out what is there.
 */
export function fileWriter(parts: WriterParts): FileWriter {
  const { fs, path, file, scope, beforeAppend } = parts
  let tip = parts.tip
  let failure: WriteFailure | null = null
  let synced = false
  const watched: OpenFile = {
    ...file,
    async dataSync() {
      synced = true
      await file.dataSync()
    }
  }

  async function write(append: () => Promise<Appended>): Promise<readonly FramePlace[]> {
    // Also refuses a second append while this one runs: both would write to the same place.
    failure = BUSY
    synced = false
    try {
      const written = await append()
      tip = written.tip
      failure = null
      return written.places
    } catch (cause) {
      const error = cause instanceof VaultError ? cause : new VaultError('IO', {}, { cause })
      if (!synced) await takeBack()
      failure = { error, inDoubt: synced }
      throw error
    }
  }

  /**
   * Nobody was told of these bytes, and nobody else wrote them: a file that was given up on its way in, or what fills the
   * disk. Where they stay all the same, the rules for the end of a file judge them.
   */
  async function takeBack(): Promise<void> {
    await file.truncate(tip.size).catch(() => {})
  }

  /** A sync client that put its file there while ours was being written has taken this save out of the folder. */
  async function stillThere(): Promise<void> {
    try {
      if (!isSameFile(parts, tip, await fs.stat(path, true))) throw new VaultError('FILE_CHANGED_ON_DISK')
    } catch (error) {
      // Anything else leaves open whether the save is there: it is not called saved, and nothing is written after it.
      const isGone = error instanceof VaultError && error.code === 'FILE_CHANGED_ON_DISK'
      if (!isGone && error instanceof VaultError) failure = { error, inDoubt: false }
      throw error
    }
  }

  /** Made ready as far as it goes before the file may be written. TOO_LARGE, BAD_REQUEST. */
  function prepared({ changes, chunks }: Save): () => Promise<Appended> {
    const bodies = saveBodies(changes)
    if (chunks !== undefined || bodies.before.length > 0)
      return async () => appendSave(watched, scope, tip, bodies, chunks)
    const frame = encodeFrame(scope, FRAME.changes, bodies.commit, tip.tag)
    return async () => appendFrame(watched, scope, tip, frame)
  }

  async function mayAppend(): Promise<void> {
    const unchanged = begun(checkUnchanged(parts, tip))
    await beforeAppend?.()
    await unchanged
  }

  return {
    get tip() {
      return tip
    },
    get failure() {
      return failure
    },
    async append(save) {
      if (failure !== null) throw failure.error
      // The disk is asked while the save is being sealed; nothing is written before it has answered.
      const unchanged = begun(mayAppend())
      const append = prepared(save)
      await unchanged
      const places = await write(append)
      await stillThere()
      return places
    },
    checkUnchanged: async () => checkUnchanged(parts, tip)
  }
}

/** Same file, same length, same end: a sync client swaps whole files, another program would have appended. */
async function checkUnchanged(parts: WriterParts, tip: LogTip): Promise<void> {
  const { fs, path, file } = parts
  const length = tip.tag.length
  const isSame = isSameFile(parts, tip, await fs.stat(path))
  const lastBytes = isSame ? await readUpTo(file, tip.size - length, length, undefined, true) : null
  if (lastBytes === null || !equalBytes(lastBytes, tip.tag)) throw new VaultError('FILE_CHANGED_ON_DISK')
}

const isSameFile = ({ identity }: WriterParts, tip: LogTip, now: FileStat | null): boolean =>
  now?.device === identity.device && now.inode === identity.inode && now.size === tip.size

/** Work that goes on while something else is done: whether it failed is asked later. */
function begun<Value>(work: Promise<Value>): Promise<Value> {
  work.catch(() => {})
  return work
}
