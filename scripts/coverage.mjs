// `npm run coverage`: how many branches of the folders that hold the promises their own tests take. The figures go into
// evidence/results/coverage.json; `npm run evidence -- document` writes them up.
import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { commitOf, ROOT, tool } from './run.mjs'

/** @typedef {{ line?: number }} Position */
/** @typedef {{ type: string, loc: { start: Position }, locations: { start: Position }[] }} Branch */
/** @typedef {Record<string, { branchMap: Record<string, Branch>, b: Record<string, number[]> }>} Report */

const FOLDERS = ['src/core/crypto', 'src/core/format', 'src/vault/storage']
const OUT = join(ROOT, '.cache/coverage')
const LEAST = 98

const options = ['--coverage', '--coverage.reporter=json', `--coverage.reportsDirectory=${OUT}`, '--testTimeout=120000']
const tested = await tool('vitest', [
  'run',
  ...FOLDERS,
  ...options,
  ...FOLDERS.map((folder) => `--coverage.include=${folder}/**`)
])
if (tested !== 0) process.exit(tested)
const report = /** @type {Report} */ (JSON.parse(readFileSync(join(OUT, 'coverage-final.json'), 'utf8')))
const scores = FOLDERS.map(scoreOf)
writeFileSync(join(ROOT, 'evidence/results/coverage.json'), `${JSON.stringify(scores, null, 2)}\n`)

/** @param {string} folder */
function scoreOf(folder) {
  let taken = 0
  let all = 0
  for (const [path, { branchMap, b }] of Object.entries(report)) {
    const file = relative(ROOT, path).replaceAll('\\', '/')
    if (!file.startsWith(`${folder}/`)) continue
    for (const [id, counts] of Object.entries(b)) {
      for (const [index, count] of counts.entries()) {
        all += 1
        if (count > 0) taken += 1
        else
          process.stdout.write(
            `  not taken: ${file}:${branchMap[id]?.loc.start.line} ${branchMap[id]?.type} ${index}\n`
          )
      }
    }
  }
  const percent = (100 * taken) / Math.max(1, all)
  if (percent < LEAST) process.exitCode = 1
  const text = `${percent.toFixed(1)} % of ${all} branches (${all - taken} not), commit ${commitOf(folder)}, Node ${process.version}`
  process.stdout.write(`${folder}: ${text}\n`)
  return { folder, text }
}
