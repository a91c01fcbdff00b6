import { VaultError } from '../../core/errors.ts'
import { MAX_BODY } from '../../core/format/frame.ts'
import { type Change, changeLine } from '../../core/vault/change.ts'
import { splitChange } from '../../core/vault/state-changes.ts'
import { utf8Bytes, utf8Length } from '../../core/vault/text.ts'

/** Frames of a save that does not fit in one hold at most this much, like those of a snapshot. */
const BODY = 64 * 1024

export type SaveBodies = { readonly before: readonly Uint8Array[]; readonly commit: Uint8Array }

/**
 * The changes of a save as bodies: that of the frame which commits alone whenever they fit, since one frame is what a
 * save costs. TOO_LARGE when a single property does not fit in a frame.
 */
export function saveBodies(changes: readonly Change[]): SaveBodies {
  const lines = changes.flatMap((change) => splitChange(change, MAX_BODY)).map((change) => `${changeLine(change)}\n`)
  const measured = lines.map((line) => ({ line, length: utf8Length(line) }))
  if (measured.some(({ length }) => length > MAX_BODY)) throw new VaultError('TOO_LARGE')
  const whole = measured.reduce((sum, { length }) => sum + length, 0)
  return whole <= MAX_BODY ? { before: [], commit: utf8Bytes(lines.join('')) } : packed(measured)
}

type MeasuredLine = { readonly line: string; readonly length: number }

function packed(lines: readonly MeasuredLine[]): SaveBodies {
  const before: Uint8Array[] = []
  let body: string[] = []
  let filled = 0
  for (const { line, length } of lines) {
    if (filled > 0 && filled + length > BODY) {
      before.push(utf8Bytes(body.join('')))
      body = []
      filled = 0
    }
    body.push(line)
    filled += length
  }
  return { before, commit: utf8Bytes(body.join('')) }
}
