import { VaultError } from '../../core/errors.ts'
import { MAX_BODY } from '../../core/format/frame.ts'
import { type Change, changeLine } from '../../core/vault/change.ts'
import { splitChange } from '../../core/vault/state-changes.ts'
import { utf8Bytes, utf8Length } from '../../core/vault/text.ts'

/** Frames of a save that does not fit in one hold at most this much, like those of a snapshot. */
const BODY = 64 * 1024

/**
 * The changes of a save as bodies: one whenever they fit, since one frame is what a save costs; the last is for the
 * frame that commits. TOO_LARGE when a single property does not fit in a frame.
 */
export function saveBodies(changes: readonly Change[]): readonly [Uint8Array, ...Uint8Array[]] {
  const lines = changes.flatMap((change) => splitChange(change, MAX_BODY)).map((change) => `${changeLine(change)}\n`)
  const lengths = lines.map(utf8Length)
  if (lengths.some((length) => length > MAX_BODY)) throw new VaultError('TOO_LARGE')
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  return whole <= MAX_BODY ? [utf8Bytes(lines.join(''))] : packed(lines, lengths)
}

function packed(lines: readonly string[], lengths: readonly number[]): readonly [Uint8Array, ...Uint8Array[]] {
  const bodies: Uint8Array[] = []
  let body: string[] = []
  let length = 0
  for (const [index, line] of lines.entries()) {
    if (length > 0 && length + (lengths[index] ?? 0) > BODY) {
      bodies.push(utf8Bytes(body.join('')))
      body = []
      length = 0
    }
    body.push(line)
    length += lengths[index] ?? 0
  }
  const [first, ...rest] = [...bodies, utf8Bytes(body.join(''))]
  return first === undefined ? [new Uint8Array()] : [first, ...rest]
}
