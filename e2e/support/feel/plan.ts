import { readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'

/** A vault that `npm run bench -- page` made, and where it wants the figures. */
export type Plan = {
  readonly path: string
  readonly count: number
  readonly password: string
  /** What Argon2id took a moment ago, in milliseconds. */
  readonly kdf: number
  readonly results: string
}

/** A goal in the figure's unit, or null for what only explains the others. */
export type Figure = {
  readonly what: string
  readonly value: number
  readonly goal: number | null
  /** Milliseconds where none is named. */
  readonly unit?: string
}

const place = process.env['COFFER_FEEL']
export const plan = place === undefined ? null : (JSON.parse(readFileSync(place, 'utf8')) as Plan)

export async function report(results: string, figures: readonly Figure[]): Promise<void> {
  const before = JSON.parse(await readFile(results, 'utf8')) as unknown[]
  await writeFile(results, JSON.stringify([...before, ...figures]))
}

export const p95 = (times: readonly number[]): number => atShare(times, 0.95)
export const median = (times: readonly number[]): number => atShare(times, 0.5)

function atShare(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
