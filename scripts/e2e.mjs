// `npm run e2e [-- playwright's arguments]`: the end-to-end suite on the built app.
import { pathToFileURL } from 'node:url'
import { chooseHost } from '../e2e/support/host.mjs'
import { ensureHost } from '../e2e/support/ensure-host.mjs'
import { buildAppIfStale, buildCliIfStale } from './build.mjs'
import { hasDisplay, startDisplay } from './display.mjs'
import { tool } from './run.mjs'

/**
 * The stand-in needs no display for this; real Electron does.
 *
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function endToEnd(args, env = {}) {
  const onStandIn = chooseHost().name === 'stand-in'
  if (!ensureHost({ display: !onStandIn })) return 1
  const display = onStandIn || hasDisplay() ? null : await startDisplay()
  const headless = onStandIn ? { STANDIN_HEADLESS: process.env['STANDIN_HEADLESS'] ?? '1' } : {}
  const code = await tool('playwright', ['test', ...args], { env: { ...headless, ...display?.env, ...env } })
  display?.stop()
  return code
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const codes = [await buildAppIfStale(), await buildCliIfStale()]
  process.exitCode = codes.find((code) => code !== 0) ?? (await endToEnd(process.argv.slice(2)))
}
