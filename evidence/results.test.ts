import { expect, test } from 'vitest'
import { keptAfter, type RowResult } from './results.ts'

const run = (tried: number, failed: number): RowResult => ({
  id: 'E0',
  seed: 1,
  scale: tried,
  seconds: 1,
  complete: false,
  tried,
  failed,
  notes: [],
  date: '2026-11-25',
  commit: 'x',
  node: 'v20',
  host: 'h'
})

test('a failed run stays on record until one at least as large passes', () => {
  const failed = keptAfter({ largest: run(100, 0), latest: run(100, 0) }, run(50, 1))
  expect(failed.largest).toEqual(run(50, 1))
  const smaller = keptAfter(failed, run(49, 0))
  expect(smaller).toEqual({ largest: run(50, 1), latest: run(49, 0) })
  expect(keptAfter(smaller, run(50, 0)).largest).toEqual(run(50, 0))
})

test('a smaller run that passes does not take the place of a larger one', () => {
  expect(keptAfter({ largest: run(100, 0), latest: run(100, 0) }, run(5, 0))).toEqual({
    largest: run(100, 0),
    latest: run(5, 0)
  })
  expect(keptAfter(null, run(5, 0)).largest).toEqual(run(5, 0))
})
