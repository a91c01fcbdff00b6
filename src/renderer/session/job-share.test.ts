import { describe, expect, test } from 'vitest'
import { jobShare } from './job-share.ts'

describe('the bar of a long job', () => {
  test('shows what the work says of itself', () => {
    expect(jobShare({ done: 30, total: 120 }, 0, 1000)).toBe(0.25)
    expect(jobShare({ done: 130, total: 120 }, 0, 1000)).toBe(1)
  })

  test('moves by time while the work says nothing, and never reaches the end by itself', () => {
    const shares = [0, 500, 1000, 5000, 60_000].map((elapsed) => jobShare({ done: 0, total: 0 }, elapsed, 1000))
    expect(shares[0]).toBe(0)
    expect(shares.toSorted((a, b) => a - b)).toEqual(shares)
    expect(shares.at(-1)).toBeLessThan(0.95)
  })
})
