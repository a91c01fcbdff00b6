import { FRAME } from '../../src/core/format/frame.ts'
import { VaultError } from '../../src/core/errors.ts'
import type { Row } from '../row.ts'
import { type Dice, dice } from '../support/dice.ts'
import { isOlder, openBytes, type Opening } from '../support/opening.ts'
import { type FrameSpan, type SampleFile, sampleFile, siblingOf } from '../support/sample-file.ts'
import { tally } from '../support/tally.ts'
import { madeKeys } from '../support/vaults.ts'

/** A vault, and all that a thief of copies may also have: another device's, an older epoch's, another vault's. */
type Copies = { readonly own: SampleFile; readonly others: Readonly<Record<string, SampleFile>> }

export const swappedFrames: Row = {
  id: 'E7',
  claim: 'Frames swapped, dropped, replayed or spliced in, and slots or headers put back, are refused or reported.',
  target: '2,500 + 1,000 files, 0 accepted',
  unit: 'files',
  scales: { short: 200, full: 3500 },
  async run({ seed, scale, report, goesOn }) {
    const copies = await makeCopies()
    const newest = await openBytes(copies.own.bytes)
    const counted = tally(report)
    const random = dice(seed)
    while (counted.tried < scale && goesOn()) {
      const { what, bytes } = counted.tried % 7 < 5 ? withOtherFrames(copies, random) : withOtherHead(copies, random)
      if (Buffer.from(bytes).equals(copies.own.bytes)) continue
      const opening = await openBytes(bytes)
      counted.saw(endOf(opening))
      const failure = judged(copies, opening, newest)
      counted.count(failure === null ? null : `${what}: ${failure}`)
    }
    return counted.outcome()
  }
}

async function makeCopies(): Promise<Copies> {
  const made = madeKeys()
  const own = await sampleFile(made)
  const owner = made.head.header
  return {
    own,
    others: {
      'another device': await siblingOf(own, 9),
      'the epoch before': await sampleFile(madeKeys({ vaultId: owner.vaultId, keyEpoch: 2 })),
      'the same key, another epoch': await sampleFile(madeKeys({ vaultId: owner.vaultId, keyEpoch: 3 }, made.dataKey)),
      'another vault': await sampleFile(madeKeys()),
      'the same key, another vault': await sampleFile(madeKeys(undefined, made.dataKey))
    }
  }
}

const bytesAt = ({ bytes }: SampleFile, { offset, length }: FrameSpan): Uint8Array =>
  bytes.slice(offset, offset + length)

function withOtherFrames({ own, others }: Copies, { pick, number }: Dice): { what: string; bytes: Uint8Array } {
  const frames = own.frames.map((frame) => bytesAt(own, frame))
  const [a, b] = [number(frames.length), number(frames.length)]
  const [name, other] = pick(Object.entries(others))
  const foreign = bytesAt(other, pick(other.frames))
  const deeds: Readonly<Record<string, () => void>> = {
    swap: () => void ([frames[a], frames[b]] = [frames[b] ?? foreign, frames[a] ?? foreign]),
    drop: () => void frames.splice(a, 1),
    'drop many': () => void frames.splice(a, 1 + number(4)),
    replay: () => void frames.splice(b, 0, frames[a] ?? foreign),
    'replay at the end': () => void frames.push(frames[a] ?? foreign),
    'splice in': () => void frames.splice(a, 0, foreign),
    'put in place': () => void (frames[a] = foreign),
    'append foreign': () => void frames.push(foreign),
    'change the kind': () => {
      const frame = frames[a]
      if (frame !== undefined) frame[8] = pick([...Object.values(FRAME), 7, 200, 0])
    },
    'end of another': () => {
      const from = number(other.frames.length)
      frames.splice(a, frames.length, ...other.frames.slice(from).map((frame) => bytesAt(other, frame)))
    }
  }
  const what = pick(Object.keys(deeds))
  deeds[what]?.()
  return { what: `${what} ${a} ${b} ${name}`, bytes: Buffer.concat([own.made.head.bytes, ...frames]) }
}

/** Another's whole head, its slots alone with everything around them made to fit, or its frames under our head. */
function withOtherHead({ own, others }: Copies, { pick, number }: Dice): { what: string; bytes: Uint8Array } {
  const [name, other] = pick(Object.entries(others).filter(([device]) => device !== 'another device'))
  const ownHead = own.made.head.bytes
  const otherHead = other.made.head.bytes
  const ownFrames = own.bytes.slice(ownHead.length)
  const otherFrames = other.bytes.slice(otherHead.length)
  const what = pick(['head put back', 'frames under our head', 'half a head', 'mac of the other'])
  const cut = number(Math.min(ownHead.length, otherHead.length))
  const parts: Readonly<Record<string, readonly Uint8Array[]>> = {
    'head put back': [otherHead, ownFrames],
    'frames under our head': [ownHead, otherFrames],
    'half a head': [ownHead.slice(0, cut), otherHead.slice(cut), ownFrames],
    'mac of the other': [ownHead.slice(0, -32), otherHead.slice(-32), ownFrames]
  }
  return { what: `${what} ${cut} ${name}`, bytes: Buffer.concat(parts[what] ?? []) }
}

const endOf = (opening: Opening): string =>
  'crashed' in opening
    ? 'crash'
    : 'refused' in opening
      ? opening.refused
      : opening.told
        ? 'opened to an earlier state, and said so'
        : 'a valid older state, known by the mark'

/** Accepted is what opens in silence to something that the device has not seen at least that new. */
function judged({ own, others }: Copies, opening: Opening, newest: Opening): string | null {
  if ('crashed' in opening) return opening.crashed
  if ('refused' in opening) return null
  if ('refused' in newest || 'crashed' in newest) throw new VaultError('INTERNAL')
  const known = [own, others['another device']].flatMap((sample) => sample?.states ?? [])
  if (!known.some(({ contents }) => contents === opening.contents)) return 'opened to something that never was'
  return opening.told || isOlder(opening, newest) ? null : 'opened in silence'
}
