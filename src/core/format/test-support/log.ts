import { VaultError } from '../../errors.ts'
import { encodeFrame, FRAME, type FrameScope, frameTag } from '../frame.ts'
import { type LogEnd, readLog } from '../log.ts'
import type { LogSource } from '../log-reader.ts'

export const SCOPE: FrameScope = { key: new Uint8Array(32).fill(1), vaultId: new Uint8Array(16).fill(2), keyEpoch: 1 }
export const MAC = new Uint8Array(32).fill(3)
/** The kinds of the smallest first snapshot that has details. */
export const SNAPSHOT = [FRAME.moreChanges, FRAME.details, FRAME.checkpoint]

/** Frames of these kinds, each chained to the one before. Frame i says `body i`, a checkpoint how many kind 4 came before. */
export function chain(
  kinds: readonly number[],
  scope: FrameScope = SCOPE,
  previousTag: Uint8Array = MAC.slice(0, 16)
): Uint8Array[] {
  let tag = previousTag
  return kinds.map((kind, index) => {
    const bulk = kinds.slice(0, index).filter((before) => before === FRAME.moreChanges).length
    const body = kind === FRAME.checkpoint ? `checkpoint ${bulk}` : `body ${index}`
    const frame = encodeFrame(scope, kind, new TextEncoder().encode(body), tag)
    tag = frameTag(frame)
    return frame
  })
}

export const sourceOf = (bytes: Uint8Array): LogSource => ({
  size: bytes.length,
  read: async (offset, length) => bytes.subarray(offset, offset + length)
})

/** Reads a log and counts its snapshot as the vault does: a checkpoint that disagrees is damage. */
export async function read(
  bytes: Uint8Array,
  wants: (kind: number) => boolean = () => false
): Promise<LogEnd & { bodies: string[] }> {
  const bodies: string[] = []
  let bulk = 0
  const end = await readLog(sourceOf(bytes), 0, SCOPE, MAC, {
    wants,
    commit(frames) {
      for (const { place, body } of frames) {
        const text = body === null ? 'sealed' : new TextDecoder().decode(body)
        if (place.kind === FRAME.moreChanges) bulk += 1
        if (place.kind === FRAME.checkpoint && text !== `checkpoint ${bulk}`) throw new VaultError('VAULT_DAMAGED')
        bodies.push(text)
      }
    }
  })
  return { ...end, bodies }
}

/** What became of a file: refused with a code, or opened, perhaps with something set aside. */
export async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    const { tail, tooNew } = await read(bytes)
    return tail !== null ? 'tail' : tooNew ? 'tooNew' : 'whole'
  } catch (error) {
    return error instanceof VaultError ? error.code : 'crash'
  }
}
