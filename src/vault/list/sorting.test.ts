import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startSorting } from './sorting.ts'

const keys = { of: (number: number) => number, compare: (a: number, b: number) => a - b, forget: () => {} }

test('a list sorted in steps is the list sorted at once, however many steps were done', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer(), fc.nat(6), (length, seed, steps) => {
      const numbers = Array.from({ length }, (_, index) => Math.abs(Math.imul(index + 1, seed | 1)) % 5000)
      const sorting = startSorting([...numbers], keys)
      for (let step = 0; step < steps; step++) sorting.step()
      expect(sorting.finish()).toEqual(numbers.toSorted(keys.compare))
    }),
    { numRuns: 30 }
  )
})
