import { TAG_LENGTH } from '../crypto/aead.ts'
import { concatBytes } from '../bytes.ts'
import { type Budget, findMended, findReadable, type Mended, newBudget, tagBefore } from './flipped-bit.ts'
import { type FrameScope, isKnownKind, openFrame } from './frame.ts'
import { type FramePlace, type LogSource, placeOf, readRawFrame, windowed } from './log-reader.ts'

export type Salvaged =
  | { readonly place: FramePlace; readonly body: Uint8Array }
  | { readonly lost: { readonly offset: number; readonly bytes: number } }

type Reading = {
  readonly source: LogSource
  readonly scope: FrameScope
  budget: Budget
  offset: number
  previousTag: Uint8Array
}

/**
 * Everything that authenticates, in order, and exactly what does not. A frame whose head or tag was hit is kept: one
 * flipped bit costs at most the frame that it is in. Frames of unknown kinds are given like any other.
 */
export async function* salvageFrames(
  source: LogSource,
  start: number,
  scope: FrameScope,
  headerMac: Uint8Array
): AsyncIterable<Salvaged> {
  const reading: Reading = {
    source: windowed(source),
    scope,
    budget: newBudget(source),
    offset: start,
    previousTag: headerMac.slice(0, TAG_LENGTH)
  }
  while (reading.offset < source.size) yield (await readableFrame(reading)) ?? (await mendedOrLost(reading))
}

async function readableFrame(reading: Reading): Promise<Salvaged | null> {
  const { source, scope, offset, previousTag } = reading
  const frame = await readRawFrame(source, offset)
  const body = frame === null ? null : openFrame(scope, frame.kind, frame.sealed, previousTag)
  if (frame === null || body === null) return null
  return kept(reading, placeOf(offset, frame, previousTag), body)
}

async function mendedOrLost(reading: Reading): Promise<Salvaged> {
  const { source, scope, budget, offset, previousTag } = reading
  const frame = await findMended(source, scope, offset, previousTag, budget)
  const body = frame === null ? null : openFrame(scope, frame.kind, mendedBytes(frame), previousTag)
  if (frame !== null && body !== null) return kept(reading, mendedPlace(reading, frame), body)
  const found = await findReadable(source, scope, offset + 1, isKnownKind, budget)
  reading.offset = typeof found === 'number' ? found : source.size
  if (reading.offset < source.size) reading.previousTag = await tagBefore(source, reading.offset)
  return { lost: { offset, bytes: reading.offset - offset } }
}

function kept(reading: Reading, place: FramePlace, body: Uint8Array): Salvaged {
  reading.offset = place.offset + place.length
  reading.previousTag = place.tag
  // Nobody without the key can make what authenticates: the next damage is judged with a budget of its own.
  reading.budget = newBudget(reading.source)
  return { place, body }
}

function mendedPlace({ offset, previousTag }: Reading, frame: Mended): FramePlace {
  return { ...placeOf(offset, frame, previousTag), tag: frame.tag }
}

function mendedBytes({ sealed, tag }: Mended): Uint8Array {
  return concatBytes(sealed.subarray(0, -TAG_LENGTH), tag)
}
