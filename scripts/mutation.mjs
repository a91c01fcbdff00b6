// `npm run mutation [-- src/core/crypto src/core/format/frame.ts,src/core/format/header.ts …]`: changes the code in small ways and asks whether a test notices. The score of
// each folder goes into evidence/results/mutation.json; `npm run evidence -- document` writes it up. Takes hours.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT, tool } from './run.mjs'

/** @typedef {{ folder: string, text: string }} Score */
/** @typedef {{ files: Record<string, { source: string, mutants: { status: string, mutatorName: string, replacement?: string, location: { start: { line: number, column: number } } }[] }> }} Report */

const FOLDERS = ['src/core/crypto', 'src/core/format', 'src/vault/storage']
const RESULT = join(ROOT, 'evidence/results/mutation.json')
const REPORT = join(ROOT, '.cache/mutation/mutation.json')
const LEAST = 90

const asked = process.argv.slice(2)
for (const folder of asked.length > 0 ? asked : FOLDERS) {
  const isFiles = folder.endsWith('.ts')
  const mutate = `${isFiles ? folder : `${folder}/**/*.ts`},!**/*.test.ts,!**/test-support/**`
  rmSync(REPORT, { force: true })
  const incremental = `.cache/mutation/${folder.replaceAll(/[^a-z-]+/g, '-')}.json`
  await tool('stryker', ['run', '--mutate', mutate, '--incrementalFile', incremental], {
    env: { COFFER_MUTATED: isFiles ? dirname(folder.split(',')[0] ?? folder) : folder }
  })
  if (!existsSync(REPORT)) throw new Error(`${folder}: Stryker made no report`)
  const { text, score, survivors } = scoreOf(/** @type {Report} */ (JSON.parse(readFileSync(REPORT, 'utf8'))))
  for (const survivor of survivors) process.stdout.write(`  ${survivor}\n`)
  process.stdout.write(`${folder}: ${text}\n`)
  keep({ folder, text })
  if (score < LEAST) process.exitCode = 1
}

/** @param {Report} report */
function scoreOf({ files }) {
  const all = Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.map((mutant) => ({
      ...mutant,
      where: `${file}:${mutant.location.start.line}`,
      line: source.split('\n')[mutant.location.start.line - 1]?.trim()
    }))
  )
  /** @param {...string} statuses */
  const count = (...statuses) => all.filter(({ status }) => statuses.includes(status)).length
  const killed = count('Killed', 'Timeout')
  const lived = count('Survived', 'NoCoverage')
  const score = (100 * killed) / Math.max(1, killed + lived)
  const survivors = all
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(
      ({ status, where, mutatorName, replacement, line }) =>
        `${status} ${where} ${mutatorName} → ${replacement} in: ${line}`
    )
  const date = new Date().toISOString().slice(0, 10)
  const text = `${score.toFixed(1)} % of ${killed + lived} mutants killed (${lived} not), commit ${commit()}, Node ${process.version}, ${date}`
  return { score, survivors, text }
}

function commit() {
  return execFileSync('git', ['rev-parse', '--short=10', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim()
}

/** @param {Score} score */
function keep(score) {
  const before = existsSync(RESULT) ? /** @type {readonly Score[]} */ (JSON.parse(readFileSync(RESULT, 'utf8'))) : []
  const rest = before.filter(({ folder }) => folder !== score.folder)
  const scores = [...rest, score].toSorted((a, b) => a.folder.localeCompare(b.folder))
  writeFileSync(RESULT, `${JSON.stringify(scores, null, 2)}\n`)
}
