import { VaultError } from '../../core/errors.ts'
import { encodeFrame, FRAME, type FrameScope, frameTag } from '../../core/format/frame.ts'
import type { FramePlace } from '../../core/format/log-reader.ts'
import type { Change } from '../../core/vault/change.ts'
import { type Chunk, encodeChunk } from './chunk-body.ts'
import { growingSource } from './file-source.ts'
import { openFrameAt } from './frame-at.ts'
import type { SaveBodies } from './save-bodies.ts'
import type { OpenFile } from './vault-fs.ts'
import { writeAll } from './write-all.ts'

/** One save: its changes under one stamp, and the pieces of the attachments that they name. */
export type Save = { readonly changes: readonly Change[]; readonly chunks?: Chunks }

/** `whole`: the same pieces once more, in memory, where they are all that the changes name. */
export type Chunks = AsyncIterable<Chunk> & { readonly whole?: readonly Chunk[] }

/** The end of the log: where the next frame goes, and the tag that it chains to. */
export type LogTip = { readonly size: number; readonly tag: Uint8Array; readonly frames: number }

/** Where the log ends now, and where the frames of the save stand. */
export type Appended = { readonly tip: LogTip; readonly places: readonly FramePlace[] }

/**
 * Writes a save behind the tip, syncs it, and reads it back; resolves only then. A save of more than one frame syncs all
 * of them before the frame that commits them, so that no crash can keep the commit and lose what it commits.
 */
export async function appendSave(
  file: OpenFile,
  scope: FrameScope,
  tip: LogTip,
  bodies: SaveBodies,
  chunks: Save['chunks']
): Promise<Appended> {
  const before: FramePlace[] = []
  let at = tip
  const write = async (kind: number, body: Uint8Array): Promise<FramePlace> => {
    const frame = encodeFrame(scope, kind, body, at.tag)
    await writeAll(file, frame, at.size)
    const place = { offset: at.size, length: frame.length, kind, previousTag: at.tag, tag: frameTag(frame) }
    at = { size: at.size + frame.length, tag: place.tag, frames: at.frames + 1 }
    return place
  }
  for (const body of bodies.before) before.push(await write(FRAME.moreChanges, body))
  for await (const chunk of chunks ?? []) before.push(await write(FRAME.chunk, encodeChunk(chunk)))
  if (before.length > 0) await settle(file, scope, before)
  const commit = await write(FRAME.changes, bodies.commit)
  await settle(file, scope, [commit])
  return { tip: at, places: [...before, commit] }
}

async function settle(file: OpenFile, scope: FrameScope, places: readonly FramePlace[]): Promise<void> {
  await file.dataSync()
  const source = growingSource(file)
  for (const place of places) await openFrameAt(source, scope, place).catch(notWhatWasWritten)
}

/** The file was whole a moment ago: it is the disk that did not keep what it was given. */
function notWhatWasWritten(error: unknown): never {
  if (error instanceof VaultError && error.code === 'VAULT_DAMAGED') {
    throw new VaultError('IO', { ...error.detail, errno: 'READ_BACK' }, { cause: error })
  }
  throw error
}
