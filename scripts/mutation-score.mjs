import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './run.mjs'

/**
 * What came of changing one file. `source` and `tests` are digests of the file and of its folder's tests as they were.
 *
 * @typedef {{ file: string, killed: number, lived: number, source: string, tests: string, commit: string, node: string, date: string }} FileResult
 * @typedef {{ folder: string, text: string, files: readonly FileResult[] }} FolderResult
 */

export const FOLDERS = ['src/core/crypto', 'src/core/format', 'src/vault/storage']
/** Each start of Stryker runs all tests of the folder once; each end of one is where an interrupted run goes on. */
const LINES_AT_ONCE = 250

const isTest = (/** @type {string} */ path) => path.endsWith('.test.ts') || path.includes('/test-support/')

/** @param {string} folder */
function allIn(folder) {
  const found = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
  return found
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts'))
    .toSorted()
}

export const filesOf = (/** @type {string} */ folder) => allIn(folder).filter((path) => !isTest(path))
export const testsOf = (/** @type {string} */ folder) => allIn(folder).filter(isTest)

/** @param {readonly string[]} paths */
export function digestOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(`${path}\n`).update(readFileSync(join(ROOT, path)))
  return hash.digest('hex').slice(0, 16)
}

/**
 * Files next to each other that are tried in one go.
 *
 * @param {readonly string[]} files
 */
export function batchesOf(files) {
  /** @type {string[][]} */
  const batches = []
  let room = 0
  for (const file of files) {
    const lines = readFileSync(join(ROOT, file), 'utf8').split('\n').length
    if (lines > room) {
      batches.push([])
      room = LINES_AT_ONCE
    }
    batches.at(-1)?.push(file)
    room -= lines
  }
  return batches
}

/**
 * Whether neither the file nor a test of its folder has changed since it was tried.
 *
 * @param {readonly FileResult[]} results
 * @param {string} file
 * @param {string} tests
 */
export function isCurrent(results, file, tests) {
  const result = results.find((kept) => kept.file === file)
  return result !== undefined && result.source === digestOf([file]) && result.tests === tests
}

/**
 * The files' results as one score. One of a file that has changed since, or is gone, does not count.
 *
 * @param {readonly string[]} present
 * @param {readonly FileResult[]} results
 * @param {(file: string) => string} sourceOf
 */
export function scoreOf(present, results, sourceOf) {
  const counted = results.filter(({ file, source }) => present.includes(file) && source === sourceOf(file))
  const sum = (/** @type {'killed' | 'lived'} */ count) => counted.reduce((all, result) => all + result[count], 0)
  const [killed, lived] = [sum('killed'), sum('lived')]
  const percent = (100 * killed) / Math.max(1, killed + lived)
  const isWhole = counted.length === present.length
  const extent = isWhole ? `all ${present.length} files` : `${counted.length} of ${present.length} files so far`
  const each = (/** @type {'commit' | 'node' | 'date'} */ name) =>
    [...new Set(counted.map((result) => result[name]))].toSorted().join(', ')
  const when = `commit ${each('commit')}, Node ${each('node')}, ${each('date')}`
  const text = `${percent.toFixed(1)} % of ${killed + lived} mutants killed (${lived} not), ${extent}, ${when}`
  return { text, percent, isWhole }
}

/**
 * @param {string} folder
 * @param {readonly FileResult[]} results
 */
export const scoreText = (folder, results) => scoreOf(filesOf(folder), results, (file) => digestOf([file]))
