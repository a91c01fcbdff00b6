// What the host needs beside npm's packages. Installed here when we are root on Debian, otherwise named with the command.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chooseHost } from './host.mjs'

/** @typedef {{ display?: boolean }} Needs */

const CHROMIUMS = ['chromium', 'chromium-browser', 'google-chrome']
/** A mirror that is away must not hold us: an answer within 20 s, one more try, and no waiting for another apt for ever. */
const PATIENCE = [
  '-o',
  'Acquire::http::Timeout=20',
  '-o',
  'Acquire::https::Timeout=20',
  '-o',
  'Acquire::Retries=1',
  '-o',
  'DPkg::Lock::Timeout=120'
]

/** @param {string} program */
const onPath = (program) =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))

/** @param {Needs} needs */
function missingPackages({ display = false }) {
  if (process.platform !== 'linux') return []
  const standIn = chooseHost().name === 'stand-in'
  const wanted = []
  if (standIn && !process.env['STANDIN_CHROMIUM'] && !CHROMIUMS.some(onPath)) wanted.push('chromium')
  if (display && !process.env['DISPLAY']) {
    if (!onPath('Xvfb')) wanted.push('xvfb')
    if (!onPath('openbox')) wanted.push('openbox')
    if (standIn && !onPath('xclip')) wanted.push('xclip')
  }
  return wanted
}

/**
 * True when everything is there, afterwards. `display`: a window is to be seen, so that a machine without a screen needs
 * a virtual one.
 *
 * @param {Needs} [needs]
 */
export function ensureHost(needs = {}) {
  if (chooseHost().name === 'stand-in' && process.platform !== 'linux')
    return refuse('The stand-in for Electron runs on Linux only.')
  const missing = missingPackages(needs)
  if (missing.length === 0) return true
  const isDebian = existsSync('/etc/debian_version') && onPath('apt-get')
  if (!isDebian) return refuse(`Missing: ${missing.join(', ')}. Install them with the package manager of this system.`)
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.getuid?.() !== 0) return refuse(`Missing: ${missing.join(', ')}. Run: sudo ${command}`)
  process.stderr.write(`Installing ${missing.join(', ')} ...\n`)
  if (install(missing) || (update() && install(missing))) return true
  return refuse(`Could not install ${missing.join(', ')}. Try by hand: ${command}`)
}

/** @param {string[]} packages */
const install = (packages) => apt(['install', '-y', '--no-install-recommends', ...packages])
/** The lists of a fresh machine are missing or old. */
const update = () => apt(['update'])

/** @param {string[]} args */
function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status } = spawnSync('apt-get', ['-qq', ...PATIENCE, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env,
    timeout: 900_000
  })
  return status === 0
}

/** @param {string} sentence */
function refuse(sentence) {
  process.stderr.write(`${sentence}\n`)
  return false
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = ensureHost({ display: process.argv.includes('--display') }) ? 0 : 1
}
