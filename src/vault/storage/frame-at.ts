import { VaultError } from '../../core/errors.ts'
import { FRAME_HEAD_LENGTH, type FrameScope, openFrame } from '../../core/format/frame.ts'
import type { FramePlace, LogSource } from '../../core/format/log-reader.ts'

/** The sealed part of a frame, as it is on the disk now. */
export async function sealedAt(source: LogSource, place: FramePlace): Promise<Uint8Array> {
  return source.read(place.offset + FRAME_HEAD_LENGTH, place.length - FRAME_HEAD_LENGTH)
}

/** The body of a frame whose place is known. VAULT_DAMAGED { offset } when what stands there is not that frame. */
export async function openFrameAt(source: LogSource, scope: FrameScope, place: FramePlace): Promise<Uint8Array> {
  const body = openFrame(scope, place.kind, await sealedAt(source, place), place.previousTag)
  if (body === null) throw new VaultError('VAULT_DAMAGED', { offset: place.offset })
  return body
}

/** What is done with the body of a frame: VAULT_DAMAGED on the way is damage of that frame. */
export function atFrame<Value>(place: FramePlace, use: () => Value): Value {
  try {
    return use()
  } catch (error) {
    if (!(error instanceof VaultError) || error.code !== 'VAULT_DAMAGED') throw error
    throw new VaultError('VAULT_DAMAGED', { ...error.detail, offset: place.offset }, { cause: error })
  }
}
