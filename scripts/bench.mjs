// `npm run bench [-- open save search memory kdf feel page import]`
import { join } from 'node:path'
import { buildApp, buildForNode } from './build.mjs'
import { ROOT, run } from './run.mjs'

const asked = process.argv.slice(2)
// Only what is measured in the window needs the app.
const app = asked.length === 0 || asked.includes('page') ? await buildApp() : 0
const built = app === 0 ? await buildForNode('bench') : app
process.exitCode =
  built === 0 ? await run(process.execPath, ['--expose-gc', join(ROOT, 'out/bench/main.js'), ...asked]) : built
