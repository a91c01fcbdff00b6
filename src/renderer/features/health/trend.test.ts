import { expect, test } from 'vitest'
import { sparkPoints, trendOf } from './trend.ts'

test('a trend needs two weeks', () => {
  expect(trendOf([{ week: '2026-11-23', score: 80 }])).toBeNull()
  const weeks = [
    { week: '2026-09-07', score: 61 },
    { week: '2026-11-23', score: 82 }
  ]
  expect(trendOf(weeks)).toEqual({ by: 21, since: Date.UTC(2026, 8, 7) })
})

test('the line stays inside its picture, whatever the scores', () => {
  for (const scores of [[0, 100, 50], [80], [80, 81], [0, 0]]) {
    for (const [x, y] of sparkPoints(scores, 240, 56)) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(240)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y).toBeLessThanOrEqual(56)
    }
  }
})
