// `npm run evidence [-- E5 E6 --short --seed N --scale N --minutes N]`
import { join } from 'node:path'
import { buildForNode } from './build.mjs'
import { ROOT, run } from './run.mjs'

const built = await buildForNode('evidence')
process.exitCode =
  built === 0 ? await run(process.execPath, [join(ROOT, 'out/evidence/main.js'), ...process.argv.slice(2)]) : built
