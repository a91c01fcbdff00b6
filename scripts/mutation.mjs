// `npm run mutation [-- src/core/format src/vault/storage/backups.ts …]`: changes the code in small ways and asks whether
// a test notices. Takes hours, so each file's result goes into evidence/results/mutation.json as soon as it is there: a
// run that was interrupted goes on where it stopped, and only what has changed since is tried again. A file that is named
// is tried in any case. `npm run evidence -- document` writes the folders' scores up.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { batchesOf, digestOf, filesOf, FOLDERS, isCurrent, scoreText, testsOf } from './mutation-score.mjs'
import { commitOf, ROOT, tool } from './run.mjs'

/** @typedef {import('./mutation-score.mjs').FileResult} FileResult */
/** @typedef {import('./mutation-score.mjs').FolderResult} FolderResult */
/** @typedef {{ status: string, mutatorName: string, replacement?: string, location: { start: { line: number } } }} Mutant */
/** @typedef {{ files: Record<string, { source: string, mutants: Mutant[] }> }} Report */

const RESULT = join(ROOT, 'evidence/results/mutation.json')
const REPORT = join(ROOT, '.cache/mutation/mutation.json')
const LEAST = 90

const asked = new Set(process.argv.slice(2))
const folderOf = (/** @type {string} */ path) => (path.endsWith('.ts') ? dirname(path) : path)
for (const folder of asked.size === 0 ? FOLDERS : new Set([...asked].map(folderOf))) {
  const tests = digestOf(testsOf(folder))
  const isAsked = asked.size === 0 || asked.has(folder)
  const due = filesOf(folder).filter((file) => (isAsked ? !isCurrent(keptOf(folder), file, tests) : asked.has(file)))
  for (const batch of batchesOf(due)) keep(folder, await tried(folder, batch, tests))
  const { text, percent, isWhole } = scoreText(folder, keptOf(folder))
  process.stdout.write(`${folder}: ${text}\n`)
  if (percent < LEAST || !isWhole) process.exitCode = 1
}

/**
 * @param {string} folder
 * @param {readonly string[]} files
 * @param {string} tests
 * @returns {Promise<readonly FileResult[]>}
 */
async function tried(folder, files, tests) {
  const sources = new Map(files.map((file) => [file, digestOf([file])]))
  rmSync(REPORT, { force: true })
  // Stryker keeps in it what it knows of other files too, and tries only what is new.
  const incremental = `.cache/mutation/${folder.replaceAll('/', '-')}.json`
  await tool('stryker', ['run', '--mutate', files.join(','), '--incrementalFile', incremental], {
    env: { COFFER_MUTATED: folder }
  })
  if (!existsSync(REPORT)) throw new Error(`${files.join(', ')}: Stryker made no report`)
  const report = /** @type {Report} */ (JSON.parse(readFileSync(REPORT, 'utf8')))
  const when = { commit: commitOf(folder), node: process.version, date: new Date().toISOString().slice(0, 10) }
  return files.map((file) => ({ file, ...countsOf(file, report), source: sources.get(file) ?? '', tests, ...when }))
}

/**
 * @param {string} file
 * @param {Report} report
 */
function countsOf(file, { files }) {
  const { mutants, source } = files[file] ?? { mutants: [], source: '' }
  const lines = source.split('\n')
  const lived = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
  for (const { status, mutatorName, replacement, location } of lived) {
    const { line } = location.start
    process.stdout.write(`  ${status} ${file}:${line} ${mutatorName} → ${replacement} in: ${lines[line - 1]?.trim()}\n`)
  }
  const killed = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length
  return { killed, lived: lived.length }
}

/** @returns {readonly FolderResult[]} */
function keptAll() {
  if (!existsSync(RESULT)) return []
  return /** @type {readonly FolderResult[]} */ (JSON.parse(readFileSync(RESULT, 'utf8')))
}

/**
 * @param {string} folder
 * @returns {readonly FileResult[]}
 */
function keptOf(folder) {
  return keptAll().find((kept) => kept.folder === folder)?.files ?? []
}

/**
 * @param {string} folder
 * @param {readonly FileResult[]} results
 */
function keep(folder, results) {
  const others = keptOf(folder).filter(({ file }) => !results.some((result) => result.file === file))
  const files = [...others, ...results].toSorted((a, b) => a.file.localeCompare(b.file))
  const rest = keptAll().filter((kept) => kept.folder !== folder)
  const all = [...rest, { folder, text: scoreText(folder, files).text, files }]
  const sorted = all.toSorted((a, b) => a.folder.localeCompare(b.folder))
  writeFileSync(RESULT, `${JSON.stringify(sorted, null, 2)}\n`)
}
