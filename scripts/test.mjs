import { spawn } from 'node:child_process'

/** `npm test`: every check after the other, each told with its time; the last line sums all of them up. */
const STEPS = [
  ['types', ['tsc', '-b']],
  ['lint', ['oxlint', 'src', 'scripts', 'e2e']],
  ['format', ['biome', 'format', '--no-errors-on-unmatched', 'src', 'scripts', 'e2e']],
  ['unit', ['vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile.json=.cache/unit.json']]
]

/** @param {string[]} command @returns {Promise<number>} */
const run = (command) =>
  new Promise((resolve) => {
    const child = spawn('npx', ['--no-install', ...command], { stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('close', (code) => resolve(code ?? 1))
  })

/** @returns {Promise<{ passed: number, failed: number } | null>} */
async function unitCounts() {
  const { readFile } = await import('node:fs/promises')
  try {
    const report = JSON.parse(await readFile('.cache/unit.json', 'utf8'))
    return { passed: report.numPassedTests, failed: report.numFailedTests }
  } catch {
    return null
  }
}

let passed = 0
let failed = 0
for (const [name = '', command = []] of /** @type {[string, string[]][]} */ (STEPS)) {
  const begun = Date.now()
  console.log(`\n== ${name}`)
  const code = await run(command)
  const counts = name === 'unit' ? await unitCounts() : null
  passed += counts?.passed ?? (code === 0 ? 1 : 0)
  failed += counts === null ? (code === 0 ? 0 : 1) : counts.failed
  // A runner that failed without a failed test (an import that does not resolve) must not look green.
  if (counts !== null && counts.failed === 0 && code !== 0) failed += 1
  console.log(`== ${name}: ${code === 0 ? 'passed' : 'failed'} in ${((Date.now() - begun) / 1000).toFixed(1)} s`)
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
