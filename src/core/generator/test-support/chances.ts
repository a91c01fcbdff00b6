import type { RandomBytes } from '../../random.ts'

/** Randomness that makes randomBelow give these numbers, one after the other. */
export function scripted(...numbers: readonly number[]): RandomBytes {
  let next = 0
  return (length) => {
    const bytes = new Uint8Array(length)
    new DataView(bytes.buffer).setUint32(0, numbers[next++] ?? 0, true)
    return bytes
  }
}

/**
 * Whether the counts of `outcomes` equally likely outcomes look it: Pearson's chi-squared within eight standard
 * deviations of its mean. An honest generator fails once in a hundred million runs; a bias of a few percent always does.
 */
export function looksUniform(draws: readonly string[], outcomes: number): boolean {
  const counts = new Map<string, number>()
  for (const draw of draws) counts.set(draw, (counts.get(draw) ?? 0) + 1)
  if (counts.size > outcomes) return false
  const expected = draws.length / outcomes
  const seen = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  const unseen = (outcomes - counts.size) * expected
  const freedom = outcomes - 1
  return seen + unseen < freedom + 8 * Math.sqrt(2 * freedom)
}
