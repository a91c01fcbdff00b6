import { spawn } from 'node:child_process'

const SCREEN = '1280x1024x24'

/** @typedef {{ env: NodeJS.ProcessEnv, stop: () => void }} Display */

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY'])

/**
 * A display of our own with a window manager, for a machine without a screen. The server chooses a free number itself
 * and tells it, so that runs beside each other do not meet. Null when it does not start.
 *
 * @returns {Promise<Display | null>}
 */
export async function startDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe']
  })
  const number = await firstLine(server)
  if (number === null) {
    server.kill()
    return null
  }
  const env = { DISPLAY: `:${number}` }
  const manager = spawn('openbox', [], { stdio: 'ignore', env: { ...process.env, ...env } })
  manager.on('error', () => {})
  const stop = () => {
    manager.kill()
    server.kill()
  }
  process.once('exit', stop)
  return { env, stop }
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string | null>}
 */
function firstLine(server) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), 10_000)
    const end = (/** @type {string | null} */ line) => {
      clearTimeout(timer)
      resolve(line)
    }
    let text = ''
    server.once('error', () => end(null))
    server.once('exit', () => end(null))
    server.stdio[3]?.on('data', (bytes) => {
      text += String(bytes)
      if (text.includes('\n')) end(text.trim())
    })
  })
}
