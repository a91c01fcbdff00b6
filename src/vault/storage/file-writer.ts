import { equalBytes } from '../../core/bytes.ts'
import { VaultError } from '../../core/errors.ts'
import type { FrameScope } from '../../core/format/frame.ts'
import type { FramePlace } from '../../core/format/log-reader.ts'
import { appendSave, type LogTip, type Save } from './append-save.ts'
import { readUpTo } from './read-exactly.ts'
import { saveBodies } from './save-bodies.ts'
import type { FileStat, OpenFile, VaultFs } from './vault-fs.ts'

export type FileWriter = {
  /** Where the frames of the save stand, once they are on the disk and were read back from it. */
  append(save: Save): Promise<readonly FramePlace[]>
  checkUnchanged(): Promise<void>
  readonly tip: LogTip
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

/**
 * The one place that adds to a vault file. After an error of the disk nobody knows what it kept: a sync that failed once
 * may report success the next time although the pages are gone. So the writer stays failed, and opening the file anew
 * finds out what is there. A short write on a full disk leaves a torn end for the same rules.
 */
export function fileWriter(parts: WriterParts): FileWriter {
  const { file, scope, beforeAppend } = parts
  let tip = parts.tip
  let failed: VaultError | null = null

  async function write(bodies: ReturnType<typeof saveBodies>, chunks: Save['chunks']): Promise<readonly FramePlace[]> {
    // Also refuses a second append while this one runs: both would write to the same place.
    failed = new VaultError('INTERNAL')
    try {
      const written = await appendSave(file, scope, tip, bodies, chunks)
      tip = written.tip
      failed = null
      return written.places
    } catch (error) {
      failed = error instanceof VaultError ? error : new VaultError('IO', {}, { cause: error })
      throw failed
    }
  }

  return {
    get tip() {
      return tip
    },
    async append(save) {
      if (failed !== null) throw failed
      const bodies = saveBodies(save.changes)
      await beforeAppend?.()
      await checkUnchanged(parts, tip)
      const places = await write(bodies, save.chunks)
      // A sync client that put its file there while ours was being written has taken this save out of the folder.
      await checkUnchanged(parts, tip)
      return places
    },
    checkUnchanged: async () => checkUnchanged(parts, tip)
  }
}

/** Same file, same length, same end: a sync client swaps whole files, another program would have appended. */
async function checkUnchanged({ fs, path, file, identity }: WriterParts, tip: LogTip): Promise<void> {
  const length = tip.tag.length
  const [now, lastBytes] = await Promise.all([fs.stat(path), readUpTo(file, tip.size - length, length)])
  const isSame = now?.device === identity.device && now.inode === identity.inode && now.size === tip.size
  if (!isSame || !equalBytes(lastBytes, tip.tag)) throw new VaultError('FILE_CHANGED_ON_DISK')
}
