import type { Row } from '../row.ts'
import { dice } from '../support/dice.ts'
import { isOlder, openBytes, type Opening } from '../support/opening.ts'
import { SAVES_FOR_64_KIB, type SampleFile, sampleFile } from '../support/sample-file.ts'
import { type Tally, tally } from '../support/tally.ts'
import { madeKeys } from '../support/vaults.ts'

const LONGER = 64

export const everyLength: Row = {
  id: 'E6',
  claim: 'A file that was cut or lengthened is refused, or opens to an earlier state and says so.',
  target: 'every length 0…N and N+1…N+64 (zeros, ones, random bytes), 0 silent opens',
  unit: 'lengths',
  scales: { short: 150, full: 2 ** 31 },
  async run(trial) {
    const sample = await sampleFile(madeKeys(), SAVES_FOR_64_KIB)
    const whole = await openBytes(sample.bytes)
    const counted = tally(trial.report)
    const { number, bytes } = dice(trial.seed)
    const every = trial.scale >= sample.bytes.length
    const lengths = every
      ? Array.from(sample.bytes, (_, length) => length)
      : Array.from({ length: trial.scale }, () => number(sample.bytes.length))
    const ends = sample.states.map(({ end }) => end).filter((end) => end < sample.bytes.length)
    for (const length of [...(every ? [] : ends), ...lengths]) {
      if (!trial.goesOn()) break
      counted.count(judged(sample, await openBytes(sample.bytes.slice(0, length)), whole, `length ${length}`, counted))
    }
    for (let more = 1; more <= LONGER; more++) {
      for (const tail of [new Uint8Array(more), new Uint8Array(more).fill(0xff), bytes(more)]) {
        const opening = await openBytes(Buffer.concat([sample.bytes, tail]))
        counted.count(judged(sample, opening, whole, `${more} bytes more`, counted))
      }
    }
    return counted.outcome([`a vault of ${sample.bytes.length.toLocaleString('en')} bytes`])
  }
}

/** Cut between two saves, a file is a valid older state: only a device that has seen more can tell, and it does. */
function judged(sample: SampleFile, opening: Opening, whole: Opening, what: string, counted: Tally): string | null {
  if ('crashed' in opening) return `${what}: ${opening.crashed}`
  if ('refused' in opening) {
    counted.saw(opening.refused)
    return null
  }
  if ('refused' in whole || 'crashed' in whole) return 'the whole file does not open'
  if (!sample.states.some(({ contents }) => contents === opening.contents)) return `${what}: opened to something new`
  const older = isOlder(opening, whole)
  counted.saw(opening.told ? 'opened to an earlier state, and said so' : 'cut between saves, known by the mark')
  return opening.told || older ? null : `${what}: opened in silence`
}
