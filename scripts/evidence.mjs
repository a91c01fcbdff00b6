// `npm run evidence [-- E5 E6 --short --seed N --scale N --minutes N]`; `npm run evidence -- peers` beside KeePassXC.
import { join } from 'node:path'
import { buildForNode } from './build.mjs'
import { ROOT, run } from './run.mjs'

const asked = process.argv.slice(2)
/** @param {string} program @param {readonly string[]} args */
const start = (program, args) => run(process.execPath, [join(ROOT, 'out/evidence', `${program}.js`), ...args])

process.exitCode =
  (await buildForNode('evidence')) ||
  (asked[0] === 'peers'
    ? (await start('peers', [])) || (await start('main', ['document']))
    : await start('main', asked))
