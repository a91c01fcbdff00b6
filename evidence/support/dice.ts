export type Dice = {
  /** From 0 up to 1. */
  readonly chance: () => number
  /** A whole number from 0 up to `below`. */
  readonly number: (below: number) => number
  readonly pick: <Value>(values: readonly Value[]) => Value
  readonly bytes: (length: number) => Uint8Array
  readonly seed: () => number
}

/** Mulberry32: the same throws for the same seed, everywhere. */
export function dice(seed: number): Dice {
  let state = seed | 0
  const seedOf = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const chance = (): number => seedOf() / 2 ** 32
  const number = (below: number): number => Math.floor(chance() * below)
  return {
    chance,
    number,
    seed: seedOf,
    pick(values) {
      const value = values[number(values.length)]
      if (value === undefined) throw new RangeError('nothing to pick from')
      return value
    },
    bytes: (length) => Uint8Array.from({ length }, () => number(256))
  }
}
