// `npm run bench [-- open save search memory kdf feel page]`
import { join } from 'node:path'
import { buildForNode } from './build.mjs'
import { ROOT, run } from './run.mjs'

const built = await buildForNode('bench')
process.exitCode =
  built === 0
    ? await run(process.execPath, ['--expose-gc', join(ROOT, 'out/bench/main.js'), ...process.argv.slice(2)])
    : built
