import { TAG_LENGTH } from '../crypto/aead.ts'
import { findFlippedBit, findReadable, type Mended, newBudget, tagBefore } from './flipped-bit.ts'
import { FRAME, type FrameScope, openFrame } from './frame.ts'
import { type FramePlace, type LogSource, placeOf, type RawFrame, readRawFrame, windowed } from './log-reader.ts'

export type Salvaged =
  | { readonly place: FramePlace; readonly body: Uint8Array }
  | { readonly lost: { readonly offset: number; readonly bytes: number } }

const KINDS: readonly number[] = Object.values(FRAME)

/** Everything that authenticates, in order, and exactly what does not. A frame whose head or tag was hit is kept. */
export async function* salvageFrames(source: LogSource, start: number, scope: FrameScope, headerMac: Uint8Array): AsyncIterable<Salvaged> {
  const reader = windowed(source)
  const budget = newBudget(source)
  let offset = start
  let previousTag: Uint8Array = headerMac.slice(0, TAG_LENGTH)
  while (offset < source.size) {
    const frame = await readRawFrame(reader, offset)
    const body = frame === null ? null : openQuietly(scope, frame, previousTag)
    if (frame !== null && body !== null) {
      const place = placeOf(offset, frame, previousTag)
      yield { place, body }
      offset += frame.length
      previousTag = place.tag
      continue
    }
    const flipped = await findFlippedBit(reader, scope, offset, [previousTag], budget)
    const mended = flipped?.frame ?? null
    const mendedBody = mended === null ? null : openQuietly(scope, withTag(mended), previousTag)
    if (flipped !== null && mended !== null && mendedBody !== null) {
      yield { place: { ...placeOf(offset, mended, previousTag), tag: mended.tag }, body: mendedBody }
      offset = flipped.next
      previousTag = mended.tag
      continue
    }
    const found = flipped?.next ?? (await findReadable(reader, scope, offset + 1, (kind) => KINDS.includes(kind), budget))
    const next = typeof found === 'number' ? found : source.size
    yield { lost: { offset, bytes: next - offset } }
    offset = next
    if (offset < source.size) previousTag = await tagBefore(reader, offset)
  }
}

/** A frame that authenticates but breaks the format otherwise is lost like any other. */
function openQuietly(scope: FrameScope, frame: RawFrame, previousTag: Uint8Array): Uint8Array | null {
  try {
    return openFrame(scope, frame.kind, frame.sealed, previousTag)
  } catch {
    return null
  }
}

function withTag({ tag, sealed, ...frame }: Mended): RawFrame {
  const mended = Uint8Array.from(sealed)
  mended.set(tag, mended.length - TAG_LENGTH)
  return { ...frame, sealed: mended }
}
