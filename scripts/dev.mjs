// `npm run dev`: builds, starts the app, and does both again when a source file changes. The page is served as in a release,
// under the same policy; there is no development server with a looser one.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { chooseHost } from '../e2e/support/host.mjs'
import { ensureHost } from '../e2e/support/ensure-host.mjs'
import { buildApp } from './build.mjs'
import { fetchElectron } from './fetch-electron.mjs'
import { ROOT } from './run.mjs'

const QUIET_MS = 300

/** @type {import('node:child_process').ChildProcess | null} */
let app = null
let building = false
let changed = false

await fetchElectron()
if (!ensureHost()) process.exit(1)
await rebuild()

/** @type {NodeJS.Timeout | undefined} */
let timer
watch(join(ROOT, 'src'), { recursive: true }, () => {
  clearTimeout(timer)
  timer = setTimeout(() => void rebuild(), QUIET_MS)
})

async function rebuild() {
  changed = true
  if (building) return
  building = true
  while (changed) {
    changed = false
    if ((await buildApp()) === 0 && !changed) restart()
  }
  building = false
}

function restart() {
  app?.removeAllListeners('exit')
  app?.kill()
  app = spawn(chooseHost().executablePath, ['.', ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' })
  // The user quit it: no more to watch for.
  app.once('exit', () => process.exit())
}
