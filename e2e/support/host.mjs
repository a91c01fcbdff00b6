// Which executable runs the app: real Electron wherever its binary is installed and can run, else the stand-in.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** @typedef {{ name: 'Electron' | 'stand-in', executablePath: string, because: string }} Host */

const require = createRequire(import.meta.url)
const electronFolder = dirname(require.resolve('electron/package.json'))
const standIn = join(import.meta.dirname, '../electron-standin/electron')

/** The installed binary, or null. Electron fetches it at its first start, not at `npm ci`. */
export function electronBinary() {
  const pathFile = join(electronFolder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const binary = join(electronFolder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(binary) ? binary : null
}

/** Chromium's sandbox does not work for root, and we do not run Electron without it. */
export const cannotRunElectron = () => process.platform === 'linux' && process.getuid?.() === 0

/**
 * E2E_HOST=stand-in chooses the stand-in beside an installed Electron.
 *
 * @returns {Host}
 */
export function chooseHost() {
  const binary = electronBinary()
  if (process.env['E2E_HOST'] === 'stand-in') return stoodIn('it was asked for')
  if (binary === null) return stoodIn("Electron's binary is not installed")
  if (cannotRunElectron()) return stoodIn('Electron does not run as root')
  return { name: 'Electron', executablePath: binary, because: 'it is installed' }
}

/**
 * @param {string} because
 * @returns {Host}
 */
const stoodIn = (because) => ({ name: 'stand-in', executablePath: standIn, because })
