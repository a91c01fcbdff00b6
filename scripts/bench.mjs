// `npm run bench [-- open save search memory kdf feel page import peers] [1k 10k 100k]`
import { join } from 'node:path'
import { buildApp, buildCliIfStale, buildForNode } from './build.mjs'
import { ROOT, run } from './run.mjs'

const asked = process.argv.slice(2)
const names = asked.filter((word) => !/^\d+k$/.test(word))
// Only what is measured in the window needs the app, and only the comparison with others the command line.
const app = names.length === 0 || names.includes('page') ? await buildApp() : 0
const cli = names.includes('peers') ? await buildCliIfStale() : 0
const built = app || cli || (await buildForNode('bench'))
process.exitCode =
  built === 0 ? await run(process.execPath, ['--expose-gc', join(ROOT, 'out/bench/main.js'), ...asked]) : built
