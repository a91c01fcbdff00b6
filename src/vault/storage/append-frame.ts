import { equalBytes } from '../../core/bytes.ts'
import { VaultError } from '../../core/errors.ts'
import { FRAME, FRAME_HEAD_LENGTH, type FrameScope, frameTag, openFrame } from '../../core/format/frame.ts'
import type { Appended, LogTip } from './append-save.ts'
import { readUpTo } from './read-exactly.ts'
import type { OpenFile } from './vault-fs.ts'
import { writeAll } from './write-all.ts'

/**
 * Writes a save that is one frame of kind 1, sealed already behind the tip, syncs it, and reads it back; resolves only
 * then. The disk must just have answered. Whether the frame authenticates is found out while the disk syncs it, which
 * takes longer; afterwards its bytes are compared. IO { errno: 'READ_BACK', offset }, NO_SPACE, …
 */
export async function appendFrame(
  file: OpenFile,
  scope: FrameScope,
  tip: LogTip,
  frame: Uint8Array
): Promise<Appended> {
  const { size: offset, tag: previousTag } = tip
  await writeAll(file, frame, offset, true)
  const syncing = file.dataSync()
  const isSound = openFrame(scope, FRAME.changes, frame.subarray(FRAME_HEAD_LENGTH), previousTag) !== null
  await syncing
  const present = await readUpTo(file, offset, frame.length, undefined, true)
  if (!isSound || !equalBytes(present, frame)) throw new VaultError('IO', { offset, errno: 'READ_BACK' })
  const place = { offset, length: frame.length, kind: FRAME.changes, previousTag, tag: frameTag(frame) }
  return { tip: { size: offset + frame.length, tag: place.tag, frames: tip.frames + 1 }, places: [place] }
}
