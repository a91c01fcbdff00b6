// `npm start`: the app, built if need be; on a machine without a screen the tour of it.
import { chooseHost } from '../e2e/support/host.mjs'
import { ensureHost } from '../e2e/support/ensure-host.mjs'
import { buildAppIfStale } from './build.mjs'
import { hasDisplay } from './display.mjs'
import { fetchElectron } from './fetch-electron.mjs'
import { run } from './run.mjs'
import { tour } from './tour.mjs'

process.exitCode = await start()

async function start() {
  if (process.env['E2E_HOST'] !== 'stand-in') await fetchElectron()
  const { name, because, executablePath } = chooseHost()
  if (name === 'stand-in') {
    process.stdout.write(`${because}: using the stand-in with an installed Chromium. Never keep real secrets in it.\n`)
  }
  const built = await buildAppIfStale()
  if (built !== 0) return built
  if (!hasDisplay()) {
    process.stdout.write('No screen here: taking the tour on a virtual display instead.\n')
    return tour()
  }
  return ensureHost() ? run(executablePath, ['.', ...process.argv.slice(2)]) : 1
}
