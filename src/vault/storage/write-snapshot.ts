import { TAG_LENGTH } from '../../core/crypto/aead.ts'
import type { VaultKeys } from '../../core/crypto/key-derivation.ts'
import { encodeFrame, frameTag } from '../../core/format/frame.ts'
import type { Head } from '../../core/format/header.ts'
import { checkSnapshot, type WrittenSnapshot } from './check-snapshot.ts'
import { frameScope } from './frame-scope.ts'
import { type ReplaceOptions, replaceFile, type Target } from './replace-file.ts'
import { type SnapshotProgress, type SnapshotSource, snapshotFrames } from './snapshot-frames.ts'
import type { OpenFile, VaultFs } from './vault-fs.ts'
import { writeAll } from './write-all.ts'

export type SnapshotOptions = SnapshotProgress & ReplaceOptions

/**
 * Writes everything that the vault holds as a new file under `head` and `keys`, frame by frame, and puts it in place once
 * all of it was read back and authenticated. Compaction, re-keying, export, restore and backup are all this.
 * `items` counts those that are not purged. On any error the target is as it was, and no other file is left.
 * ALREADY_EXISTS, NOT_A_FILE, NO_SPACE, …, CANCELLED; VAULT_DAMAGED { offset } when the source is.
 */
export async function writeSnapshot(
  fs: VaultFs,
  target: Target,
  head: Head,
  keys: VaultKeys,
  source: SnapshotSource,
  options: SnapshotOptions = {}
): Promise<{ readonly items: number; readonly bytes: number }> {
  const written = await replaceFile(fs, target, options, {
    write: async (file) => writeFrames(file, head, keys, source, options),
    check: async (path, expected) => checkSnapshot(fs, path, head, keys, expected)
  })
  return { items: source.folded.size, bytes: written.bytes }
}

async function writeFrames(
  file: OpenFile,
  head: Head,
  keys: VaultKeys,
  source: SnapshotSource,
  progress: SnapshotProgress
): Promise<WrittenSnapshot> {
  const scope = frameScope(head, keys)
  const counts = { items: 0, changes: 0 }
  let tag: Uint8Array = head.mac.slice(0, TAG_LENGTH)
  let frames = 0
  let bytes = await writeAll(file, head.bytes, 0)
  for await (const { kind, body } of snapshotFrames(source, counts, progress)) {
    const frame = encodeFrame(scope, kind, body, tag)
    bytes = await writeAll(file, frame, bytes)
    tag = frameTag(frame)
    frames += 1
  }
  return { ...counts, frames, bytes }
}
