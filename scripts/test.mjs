// `npm test`: everything that says whether the project is well, one step after the other. A failed step does not stop the
// next one. `npm test -- types unit` runs only these. The last line is `N passed, N failed`; a step that is no test run
// counts as one.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildAll } from './build.mjs'
import { endToEnd } from './e2e.mjs'
import { ROOT, tool } from './run.mjs'
import { playwrightCounts, vitestCounts } from './test-counts.mjs'

/** @typedef {import('./test-counts.mjs').Counts} Counts */

const REPORTS = join(ROOT, '.cache/reports')
const UNIT_REPORT = join(REPORTS, 'unit.json')
const E2E_REPORT = join(REPORTS, 'e2e.json')

/** @type {Readonly<Record<string, () => Promise<Counts>>>} */
const STEPS = {
  types: () => check(tool('tsc', ['-b', '--pretty'])),
  lint: () => check(tool('oxlint', ['--deny-warnings'])),
  format: () => check(tool('biome', ['format', '.'])),
  layers: () => check(tool('depcruise', ['src', 'bench', 'e2e', 'evidence', '--config', '.dependency-cruiser.mjs'])),
  build: () => check(buildAll()),
  unit: async () =>
    vitestCounts(
      await tool('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`]),
      UNIT_REPORT
    ),
  'end to end': async () =>
    playwrightCounts(await endToEnd(['--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: E2E_REPORT }), E2E_REPORT)
}

process.exitCode = await testAll(process.argv.slice(2))

/** @param {readonly string[]} asked */
async function testAll(asked) {
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
  const lines = []
  const total = { passed: 0, failed: 0 }
  for (const [name, step] of Object.entries(STEPS)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    process.stdout.write(`\n── ${name} ──\n`)
    const begun = performance.now()
    const counts = await step()
    total.passed += counts.passed
    total.failed += counts.failed
    lines.push(summary(name, counts, (performance.now() - begun) / 1000))
  }
  process.stdout.write(`\n${lines.join('\n')}\n${total.passed} passed, ${total.failed} failed\n`)
  return total.failed === 0 && total.passed > 0 ? 0 : 1
}

/**
 * @param {Promise<number>} exitCode
 * @returns {Promise<Counts>}
 */
async function check(exitCode) {
  return (await exitCode) === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/**
 * @param {string} name
 * @param {Counts} counts
 * @param {number} seconds
 */
function summary(name, { passed, failed, skipped }, seconds) {
  const skips = skipped > 0 ? `, ${skipped} skipped` : ''
  return `${failed === 0 ? '✓' : '✗'} ${name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s  ${passed} passed, ${failed} failed${skips}`
}
