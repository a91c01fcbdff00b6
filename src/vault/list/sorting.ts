import type { SortKeys } from './sort-keys.ts'

/** Items sorted in one step: a few milliseconds, their keys included. */
const STEP = 2000

/** Sorting a long list in steps, so that whoever asks for something meanwhile does not wait for the end of it. */
export type Sorting = {
  /** Whether there is more to do. */
  readonly step: () => boolean
  /** All of them in order, doing at once what is left. */
  readonly finish: () => number[]
}

/** Sorts `numbers`, which it takes over. Nothing that keys are made of may change before it is finished. */
export function startSorting(numbers: number[], { compare }: SortKeys): Sorting {
  const runs: number[][] = []
  let taken = 0

  function step(): boolean {
    if (taken < numbers.length) {
      runs.push(numbers.slice(taken, taken + STEP).sort(compare))
      taken += STEP
    } else {
      const [first, second] = runs.splice(0, 2)
      if (first !== undefined) runs.push(second === undefined ? first : merged(first, second, compare))
    }
    return taken < numbers.length || runs.length > 1
  }

  return {
    step,
    finish() {
      while (step());
      return runs[0] ?? []
    }
  }
}

function merged(a: readonly number[], b: readonly number[], compare: SortKeys['compare']): number[] {
  const all: number[] = []
  let [left, right] = [0, 0]
  while (left < a.length && right < b.length) {
    const [first = 0, second = 0] = [a[left], b[right]]
    if (compare(first, second) <= 0) left = all.push(first) - right
    else right = all.push(second) - left
  }
  while (left < a.length) all.push(a[left++] ?? 0)
  while (right < b.length) all.push(b[right++] ?? 0)
  return all
}
