import { salvageFrames } from '../../src/core/format/salvage.ts'
import type { Row, Trial } from '../row.ts'
import { dice } from '../support/dice.ts'
import { openBytes } from '../support/opening.ts'
import { SAVES_FOR_64_KIB, type SampleFile, sampleFile } from '../support/sample-file.ts'
import { type Tally, tally } from '../support/tally.ts'
import { madeKeys } from '../support/vaults.ts'

const LEAST = 64 * 1024
const MOST_LOST = 2
const STRIDE = 1_000_003

export const flippedBits: Row = {
  id: 'E5',
  claim: 'Every single flipped bit is refused or reported, and salvage loses at most two frames by it.',
  target: '524,288 flips, 0 accepted',
  unit: 'flips',
  scales: { short: 250, full: LEAST * 8 },
  async run(trial) {
    const sample = await sampleFile(madeKeys(), SAVES_FOR_64_KIB)
    if (sample.bytes.length < LEAST) throw new Error('the sample is too small')
    const counted = tally(trial.report)
    for (const bit of bitsToFlip(sample, trial)) {
      if (!trial.goesOn()) break
      counted.count(await flipped(sample, bit, counted))
    }
    const kinds = sample.frames.length
    return counted.outcome([`a vault of ${sample.bytes.length.toLocaleString('en')} bytes in ${kinds} frames`])
  }
}

/**
 * All of them in the full form, in an order that a run which is cut short has not tried one part of the file alone; else
 * drawn, half of them from the head and the ends of frames, where rules meet.
 */
function bitsToFlip({ bytes, frames, made }: SampleFile, { seed, scale }: Trial): Iterable<number> {
  const all = bytes.length * 8
  if (scale >= all || scale >= LEAST * 8) return everyBit(all, seed)
  const { number, pick, chance } = dice(seed)
  return Array.from({ length: scale }, () => {
    if (chance() < 0.5) return number(all)
    if (chance() < 0.3) return number(made.head.bytes.length * 8)
    const frame = pick(frames)
    return (frame.offset + pick([number(9), 9 + number(24), frame.length - 1 - number(16)])) * 8 + number(8)
  })
}

/** A prime stride meets each number once. */
function* everyBit(all: number, seed: number): Iterable<number> {
  for (let count = 0; count < all; count++) yield (seed + count * STRIDE) % all
}

async function flipped(sample: SampleFile, bit: number, counted: Tally): Promise<string | null> {
  const bytes = sample.bytes.slice()
  const at = bit >>> 3
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit & 7))
  const opening = await openBytes(bytes)
  if ('crashed' in opening) return `bit ${bit}: ${opening.crashed}`
  if ('refused' in opening) counted.saw(opening.refused)
  else {
    if (!opening.told) return `bit ${bit}: opened as if nothing had happened`
    if (!sample.states.some(({ contents }) => contents === opening.contents))
      return `bit ${bit}: opened to something new`
    counted.saw('opened to the save before, and said so')
  }
  return at < sample.made.head.bytes.length ? null : lostToSalvage(sample, bytes, bit)
}

async function lostToSalvage({ made, frames }: SampleFile, bytes: Uint8Array, bit: number): Promise<string | null> {
  const { head, keys } = made
  const scope = { key: keys.frame, vaultId: head.header.vaultId, keyEpoch: head.header.keyEpoch }
  const source = {
    size: bytes.length,
    read: async (from: number, length: number) => bytes.subarray(from, from + length)
  }
  let kept = 0
  for await (const part of salvageFrames(source, head.bytes.length, scope, head.mac)) if ('body' in part) kept += 1
  return kept >= frames.length - MOST_LOST ? null : `bit ${bit}: salvage kept ${kept} of ${frames.length} frames`
}
