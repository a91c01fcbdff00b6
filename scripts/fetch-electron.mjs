import { createRequire } from 'node:module'
import { electronBinary } from '../e2e/support/host.mjs'
import { run } from './run.mjs'

const require = createRequire(import.meta.url)
const PROBE_MS = 4000
const FETCH_MS = 15 * 60_000

/**
 * Electron's binary comes from GitHub at the first start. Whether that can be reached is asked first, with little
 * patience: behind many a filter the fetch itself would wait for minutes. True when the binary is there afterwards.
 */
export async function fetchElectron() {
  if (electronBinary() !== null) return true
  if (!(await answers(releaseAddress()))) return false
  process.stdout.write("Fetching Electron's binary, once ...\n")
  await run(process.execPath, [require.resolve('electron/install.js')], { timeout: FETCH_MS })
  return electronBinary() !== null
}

function releaseAddress() {
  const { version } = /** @type {{ version: string }} */ (require('electron/package.json'))
  const mirror =
    process.env['ELECTRON_MIRROR'] ??
    process.env['npm_config_electron_mirror'] ??
    'https://github.com/electron/electron/releases/download/'
  return `${mirror.replace(/\/?$/, '/')}v${version}/SHASUMS256.txt`
}

/** @param {string} address */
async function answers(address) {
  try {
    const response = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) })
    return response.ok
  } catch {
    return false
  }
}
