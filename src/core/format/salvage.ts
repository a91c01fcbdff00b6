import { TAG_LENGTH } from '../crypto/aead.ts'
import { concatBytes } from '../bytes.ts'
import { type Budget, findMended, findReadable, type Mended, newBudget, tagBefore } from './flipped-bit.ts'
import { type FrameScope, isKnownKind, openFrame } from './frame.ts'
import { type FramePlace, type LogSource, placeOf, readRawFrame, windowed } from './log-reader.ts'

export type Salvaged =
  | { readonly place: FramePlace; readonly body: Uint8Array }
  | { readonly lost: { readonly offset: number; readonly bytes: number } }
  /** The rest, which begins with more zeros than could ever be read, was not looked through. */
  | { readonly unread: { readonly offset: number; readonly bytes: number } }

/** As far as a search may have looked at zeros together with what is none. */
const LOOK_BACK = 2 ** 16

type Reading = {
  readonly source: LogSource
  readonly scope: FrameScope
  readonly budgetFor: () => Budget
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
  headerMac: Uint8Array,
  /** For each damage; tests give a smaller one. */
  budgetFor: () => Budget = () => newBudget(source)
): AsyncIterable<Salvaged> {
  const reading: Reading = {
    source: windowed(source),
    scope,
    budgetFor,
    budget: budgetFor(),
    offset: start,
    previousTag: headerMac.slice(0, TAG_LENGTH)
  }
  while (reading.offset < source.size) {
    const frame = await readableFrame(reading)
    if (frame === null) yield* mendedOrLost(reading)
    else yield frame
  }
}

async function readableFrame(reading: Reading): Promise<Salvaged | null> {
  const { source, scope, offset, previousTag } = reading
  const frame = await readRawFrame(source, offset)
  const body = frame === null ? null : openFrame(scope, frame.kind, frame.sealed, previousTag)
  if (frame === null || body === null) return null
  return kept(reading, placeOf(offset, frame, previousTag), body)
}

async function* mendedOrLost(reading: Reading): AsyncIterable<Salvaged> {
  const { source, scope, budget, offset, previousTag } = reading
  const frame = await findMended(source, scope, offset, previousTag, budget)
  const body = frame === null ? null : openFrame(scope, frame.kind, mendedBytes(frame), previousTag)
  if (frame !== null && body !== null) {
    yield kept(reading, mendedPlace(reading, frame), body)
    return
  }
  const found = await findReadable(source, scope, offset + 1, isKnownKind, budget)
  const isEmpty = typeof found === 'object' && found !== null
  const end = isEmpty ? await beginOfZeros(reading, found.zerosFrom) : typeof found === 'number' ? found : source.size
  if (end > offset) yield { lost: { offset, bytes: end - offset } }
  if (isEmpty) yield { unread: { offset: end, bytes: source.size - end } }
  reading.offset = isEmpty ? source.size : end
  if (reading.offset < source.size) reading.previousTag = await tagBefore(source, reading.offset)
}

/** The search began one byte behind the damage, and looked at many bytes at a time. */
async function beginOfZeros({ source, offset }: Reading, zerosFrom: number): Promise<number> {
  const from = Math.max(offset, zerosFrom - LOOK_BACK)
  const bytes = await source.read(from, zerosFrom - from)
  return from + bytes.findLastIndex((byte) => byte !== 0) + 1
}

function kept(reading: Reading, place: FramePlace, body: Uint8Array): Salvaged {
  reading.offset = place.offset + place.length
  reading.previousTag = place.tag
  // Nobody without the key can make what authenticates: the next damage is judged with a budget of its own.
  reading.budget = reading.budgetFor()
  return { place, body }
}

function mendedPlace({ offset, previousTag }: Reading, frame: Mended): FramePlace {
  return { ...placeOf(offset, frame, previousTag), tag: frame.tag }
}

function mendedBytes({ sealed, tag }: Mended): Uint8Array {
  return concatBytes(sealed.subarray(0, -TAG_LENGTH), tag)
}
