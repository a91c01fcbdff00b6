import { byteAt, concatBytes, equalBytes, readU32, u32 } from '../bytes.ts'
import { contextOf, NONCE_LENGTH, open, recomputeTag, seal, TAG_LENGTH } from '../crypto/aead.ts'
import { VaultError } from '../errors.ts'
import { randomBytes, type RandomBytes } from '../random.ts'
import { pad, padmeLength, unpad } from './padding.ts'

/** docs/FORMAT.md, "Frames". */
export const FRAME = { changes: 1, chunk: 2, checkpoint: 3, moreChanges: 4, details: 5, moreColumns: 6 } as const

export type FrameScope = { readonly key: Uint8Array; readonly vaultId: Uint8Array; readonly keyEpoch: number }

/** length, its complement, kind. */
export const FRAME_HEAD_LENGTH = 9
export const MAX_BODY = 2 ** 20 - 1
const LEAST_PADDED = 256
const AROUND = NONCE_LENGTH + TAG_LENGTH
const SHORTEST = AROUND + LEAST_PADDED
/** Nonce, ciphertext and tag of the longest frame. */
export const LONGEST_SEALED = AROUND + 2 ** 20

const KNOWN: ReadonlySet<number> = new Set(Object.values(FRAME))

export function isKnownKind(kind: number): boolean {
  return KNOWN.has(kind)
}

/** Whether a frame with this kind commits all that stands before it. */
export function isCommit(kind: number): boolean {
  return kind === FRAME.changes || kind === FRAME.checkpoint
}

/** The whole frame. TOO_LARGE for a body of more than MAX_BODY bytes. */
export function encodeFrame(
  scope: FrameScope,
  kind: number,
  body: Uint8Array,
  previousTag: Uint8Array,
  random: RandomBytes = randomBytes
): Uint8Array {
  if (body.length > MAX_BODY) throw new VaultError('TOO_LARGE')
  const sealed = seal(scope.key, pad(body, LEAST_PADDED), frameContext(scope, kind, previousTag), random)
  return concatBytes(frameHead(sealed.length, kind), sealed)
}

export function frameHead(length: number, kind: number): Uint8Array {
  return concatBytes(u32(length), u32(~length >>> 0), Uint8Array.of(kind))
}

/** `length` counts nonce, ciphertext and tag. Null when the two lengths contradict or are out of bounds. */
export function readFrameHead(bytes: Uint8Array): { readonly length: number; readonly kind: number } | null {
  if (bytes.length < FRAME_HEAD_LENGTH) return null
  const length = readU32(bytes, 0)
  if (readU32(bytes, 4) !== ~length >>> 0 || !isFrameLength(length)) return null
  return { length, kind: byteAt(bytes, 8) }
}

/** Both lengths that a damaged head may mean, where they are possible at all. */
export function possibleLengths(head: Uint8Array): readonly number[] {
  if (head.length < FRAME_HEAD_LENGTH) return []
  return [...new Set([readU32(head, 0), ~readU32(head, 4) >>> 0])].filter(isFrameLength)
}

/** The body without its padding, owned by the caller; null when it does not authenticate or is not padded. */
export function openFrame(
  scope: FrameScope,
  kind: number,
  sealed: Uint8Array,
  previousTag: Uint8Array
): Uint8Array | null {
  const padded = open(scope.key, sealed, frameContext(scope, kind, previousTag))
  return padded === null ? null : unpad(padded)
}

/** Whether the frame would open, without opening it. */
export function isFrameAuthentic(
  scope: FrameScope,
  kind: number,
  sealed: Uint8Array,
  previousTag: Uint8Array
): boolean {
  return equalBytes(tagOf(scope, kind, sealed, previousTag), frameTag(sealed))
}

/** A frame, or its sealed part, ends with its tag. */
export function frameTag(frame: Uint8Array): Uint8Array {
  return frame.slice(-TAG_LENGTH)
}

/** The tag that a frame with these bytes would have. */
export function tagOf(scope: FrameScope, kind: number, sealed: Uint8Array, previousTag: Uint8Array): Uint8Array {
  return recomputeTag(scope.key, sealed, frameContext(scope, kind, previousTag))
}

function isFrameLength(length: number): boolean {
  if (length < SHORTEST || length > LONGEST_SEALED) return false
  const padded = length - AROUND
  return padmeLength(padded, LEAST_PADDED) === padded
}

function frameContext({ vaultId, keyEpoch }: FrameScope, kind: number, previousTag: Uint8Array): Uint8Array {
  return contextOf('coffer/1/frame', vaultId, u32(keyEpoch), Uint8Array.of(kind), previousTag)
}
