// `npm run coffer -- …`: the command line, built when it is missing or older than its sources.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildCliIfStale } from './build.mjs'
import { ROOT } from './run.mjs'

if ((await buildCliIfStale()) !== 0) {
  process.stderr.write('The command line could not be built.\n')
  process.exit(70)
}
// npm runs scripts in the project's folder; files are named from where the user is.
const cwd = process.env['INIT_CWD'] ?? process.cwd()
// npm runs scripts with a Node of the project's where there is one; this is for the user's.
const node = process.env['npm_node_execpath'] ?? process.execPath
const child = spawn(node, [join(ROOT, 'out/cli/main.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd
})
// Ctrl+C reaches the child too; it ends its work and gives the exit code.
process.on('SIGINT', () => {})
child.once('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)
})
