import type { VaultView } from '../../../shared/vault-views.ts'

/**
 * What a guess costs is memory traffic: Argon2id writes each block of its memory once a pass and reads another one
 * for it, and a graphics card can do no better than move those bytes at its full bandwidth.
 */
const BYTES_MOVED_PER_BYTE = 2
const CARDS = 1000
const BYTES_PER_SECOND_AND_CARD = 1e12

export type GuessSpan =
  | { readonly unit: 'instant' }
  | { readonly unit: 'second' | 'minute' | 'hour' | 'day' | 'year'; readonly count: number }
  | { readonly unit: 'beyond' }

const SECONDS = { year: 31_557_600, day: 86_400, hour: 3600, minute: 60, second: 1 } as const
const UNITS = ['year', 'day', 'hour', 'minute', 'second'] as const
const MOST_YEARS = 1e12

/** Guesses a second of a thousand cards of 1 TB/s against these numbers of Argon2id; never more than that. */
export function guessesPerSecond({ memoryKiB, passes }: VaultView['kdf']): number {
  return (CARDS * BYTES_PER_SECOND_AND_CARD) / (memoryKiB * 1024 * passes * BYTES_MOVED_PER_BYTE)
}

/** How long half of 2^bits possibilities last at that rate. */
export function guessSpan(bits: number, perSecond: number): GuessSpan {
  const seconds = 2 ** (bits - 1) / perSecond
  const unit = UNITS.find((name) => seconds >= SECONDS[name])
  if (unit === undefined) return { unit: 'instant' }
  const count = seconds / SECONDS[unit]
  return unit === 'year' && count > MOST_YEARS ? { unit: 'beyond' } : { unit, count }
}
