import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import type { Outcome } from './row.ts'

/** Where this was started: npm runs scripts in the project's folder. */
export const ROOT = process.cwd()
const FOLDER = join(ROOT, 'evidence/results')

export type Where = { readonly date: string; readonly commit: string; readonly node: string; readonly host: string }
export type RowResult = Outcome &
  Where & {
    readonly id: string
    readonly seed: number
    readonly scale: number
    readonly seconds: number
    /** Whether it was given all of the full form. */
    readonly complete: boolean
  }

/** The largest run is what counts; the latest tells whether it still holds. */
export type Kept = { readonly largest: RowResult; readonly latest: RowResult }

export function whereRun(): Where {
  const model = cpus()[0]?.model.replaceAll(/\s+/g, ' ').trim() ?? 'unknown CPU'
  const gib = Math.round(totalmem() / 2 ** 30)
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: builtFrom(),
    node: process.version,
    host: `${cpus().length} × ${model}, ${gib} GiB, ${type()} ${release().split('-')[0] ?? ''}`
  }
}

/** Put in by the build: a run that takes an hour is of what was built, whatever was committed meanwhile. */
declare const __BUILT_FROM__: string | undefined
const builtFrom = (): string => (typeof __BUILT_FROM__ === 'string' ? __BUILT_FROM__ : 'unknown')

export function keepResult(result: RowResult): void {
  writeJson(result.id, keptAfter(readKept(result.id), result))
}

/**
 * A failed run is never covered by a larger one from before, and stays on record until one passes that is at least as
 * large: what takes so many tries to show is not refuted by fewer.
 */
export function keptAfter(before: Kept | null, result: RowResult): Kept {
  const isLargest = before === null || result.failed > 0 || result.tried >= before.largest.tried
  return { largest: isLargest ? result : before.largest, latest: result }
}

export function readKept(id: string): Kept | null {
  return readJson(id) as Kept | null
}

export function readJson(name: string): unknown {
  const path = join(FOLDER, `${name}.json`)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

export function writeJson(name: string, value: unknown): void {
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(value, null, 2)}\n`)
}

export const resultNames = (): readonly string[] =>
  existsSync(FOLDER) ? readdirSync(FOLDER).map((name) => name.replace(/\.json$/, '')) : []
