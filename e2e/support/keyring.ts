import { execFile, spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A real keyring on a bus of its own: nothing of the person who runs the tests is touched. */
export type Keyring = {
  /** For processes that are to reach it. */
  readonly env: Readonly<Record<string, string>>
  /** The daemon stops answering, as one that hangs does; and goes on. */
  pause(): void
  resume(): void
  end(): Promise<void>
}

const NEEDED = ['dbus-daemon', 'dbus-send', 'gnome-keyring-daemon'] as const

/** What is missing to run one; null where all is there. */
export async function missingForKeyring(): Promise<string | null> {
  for (const program of NEEDED) {
    const found = await run('which', [program]).then(
      () => true,
      () => false
    )
    if (!found) return program
  }
  return null
}

export async function startKeyring(): Promise<Keyring> {
  const home = await mkdtemp(join(tmpdir(), 'coffer-keyring-'))
  const runtime = join(home, 'run')
  await mkdir(runtime, { mode: 0o700 })
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore']
  })
  const address = await firstLine(bus.stdout)
  const env = { HOME: home, XDG_RUNTIME_DIR: runtime, DBUS_SESSION_BUS_ADDRESS: address }
  const daemon = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, ...env }
  })
  daemon.stdin.end('password of the keyring')
  await served(env)
  return {
    env,
    pause: () => void daemon.kill('SIGSTOP'),
    resume: () => void daemon.kill('SIGCONT'),
    async end() {
      daemon.kill('SIGKILL')
      bus.kill('SIGKILL')
      await rm(home, { recursive: true, force: true })
    }
  }
}

/** Waits until somebody on the bus keeps secrets. */
async function served(env: Keyring['env']): Promise<void> {
  const question = [
    '--session',
    '--print-reply',
    '--dest=org.freedesktop.DBus',
    '/',
    'org.freedesktop.DBus.NameHasOwner'
  ]
  for (let tries = 0; tries < 100; tries++) {
    const { stdout } = await run('dbus-send', [...question, 'string:org.freedesktop.secrets'], {
      env: { ...process.env, ...env }
    })
    if (stdout.includes('boolean true')) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the keyring does not start')
}

function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const timer = setTimeout(() => reject(new Error('it does not start')), 10_000)
    stream.on('data', (bytes: Buffer) => {
      text += bytes.toString()
      if (!text.includes('\n')) return
      clearTimeout(timer)
      resolve(text.split('\n')[0] ?? '')
    })
  })
}
