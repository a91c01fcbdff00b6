import type { ScorePoint } from '../../../shared/health-views.ts'

/** How the score has changed since the first week that is known; null while there is only this one. */
export function trendOf(points: readonly ScorePoint[]): { readonly by: number; readonly since: number } | null {
  const [first] = points
  const last = points.at(-1)
  if (first === undefined || last === undefined || first === last) return null
  return { by: last.score - first.score, since: Date.parse(first.week) }
}

const MARGIN = 6

/** Where the points of the line are drawn, left to right; the scale spans what occurs, and ten at least. */
export function sparkPoints(
  scores: readonly number[],
  width: number,
  height: number
): readonly (readonly [number, number])[] {
  const low = Math.min(...scores)
  const range = Math.max(10, Math.max(...scores) - low)
  const step = scores.length < 2 ? 0 : (width - 2 * MARGIN) / (scores.length - 1)
  return scores.map((score, place) => [
    round(MARGIN + place * step),
    round(height - MARGIN - 4 - ((score - low) / range) * (height - 2 * MARGIN - 4))
  ])
}

const round = (value: number): number => Math.round(value * 10) / 10
