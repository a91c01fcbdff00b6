import { spawn } from 'node:child_process'
import { VaultError } from '../../../core/errors.ts'

/** What GnuPG made of a message: its text, or why there is none. */
export type Decrypted = { readonly text: string } | { readonly failed: 'noKey' | 'wrongPassword' | 'damaged' }

export type GpgWork = { readonly password: string | undefined; readonly signal: AbortSignal }
export type DecryptGpg = (sealed: Uint8Array, work: GpgWork) => Promise<Decrypted>

/** Milliseconds: its agent may ask somebody for a passphrase meanwhile. */
const TIME = 60_000
const MAX_TEXT = 4 * 2 ** 20
/** What GnuPG needs to find its keys and its agent; nothing else of ours is its business. */
const ENVIRONMENT = [
  'PATH',
  'HOME',
  'GNUPGHOME',
  'GPG_TTY',
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XDG_RUNTIME_DIR',
  'USERPROFILE',
  'APPDATA',
  'SystemRoot',
  'DBUS_SESSION_BUS_ADDRESS'
]
/** Its words for what happened come on a channel of their own, in no language. */
const STATUS = 3
const PASSPHRASE = 4

/**
 * Has the user's own GnuPG open a message, by its keys and its agent; without a shell, the passphrase by a pipe.
 * IMPORT_REFUSED { reason: 'noGpg' } where there is none, CANCELLED, IMPORT_REFUSED { reason: 'time' }.
 */
export const decryptWithGpg: DecryptGpg = async (sealed, { password, signal }) => {
  if (signal.aborted) throw new VaultError('CANCELLED')
  const loopback = password === undefined ? [] : ['--pinentry-mode', 'loopback', '--passphrase-fd', String(PASSPHRASE)]
  // No network, whatever the user's settings say about keys that a signature names.
  const offline = ['--no-auto-key-retrieve', '--no-auto-key-locate']
  const args = [...offline, '--batch', '--quiet', '--no-tty', '--status-fd', String(STATUS), ...loopback, '--decrypt']
  const child = spawn('gpg', args, {
    env: gpgEnvironment(),
    shell: false,
    windowsHide: true,
    stdio: ['pipe', 'pipe', 'ignore', 'pipe', 'pipe']
  })
  const late = AbortSignal.timeout(TIME)
  const stop = AbortSignal.any([signal, late])
  const end = (): void => void child.kill('SIGKILL')
  stop.addEventListener('abort', end, { once: true })
  try {
    const [text, status] = await talk(child, sealed, password)
    if (stop.aborted)
      throw late.aborted ? new VaultError('IMPORT_REFUSED', { reason: 'time' }) : new VaultError('CANCELLED')
    return outcome(text, status)
  } finally {
    stop.removeEventListener('abort', end)
    end()
  }
}

function gpgEnvironment(): Record<string, string> {
  const given = ENVIRONMENT.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries([...given, ['LC_ALL', 'C.UTF-8']])
}

type Child = ReturnType<typeof spawn>

async function talk(
  child: Child,
  sealed: Uint8Array,
  password: string | undefined
): Promise<readonly [Uint8Array, string]> {
  const started = new Promise<void>((resolve, reject) => {
    child.once('error', () => reject(new VaultError('IMPORT_REFUSED', { reason: 'noGpg' })))
    child.once('spawn', resolve)
  })
  await started
  const closed = new Promise((resolve) => child.once('close', resolve))
  send(child.stdio[PASSPHRASE], password === undefined ? '' : `${password}\n`)
  send(child.stdin, sealed)
  const [text, status] = await Promise.all([collect(child, child.stdout), collect(child, child.stdio[STATUS]), closed])
  return [text, Buffer.from(status).toString('utf8')]
}

/** It may end before it has read everything. */
function send(stream: unknown, content: string | Uint8Array): void {
  if (!isWritable(stream)) return
  stream.on('error', () => {})
  stream.end(content)
}

function isWritable(stream: unknown): stream is NodeJS.WritableStream {
  return typeof stream === 'object' && stream !== null && 'end' in stream
}

async function collect(child: Child, stream: unknown): Promise<Uint8Array> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of stream as AsyncIterable<Buffer>) {
    length += part.length
    if (length > MAX_TEXT) child.kill('SIGKILL')
    else parts.push(part)
  }
  return Buffer.concat(parts)
}

/** GnuPG's doc/DETAILS, "Format of the --status-fd output". */
function outcome(text: Uint8Array, status: string): Decrypted {
  const says = (word: string): boolean => status.includes(`[GNUPG:] ${word}`)
  if (says('DECRYPTION_OKAY')) return { text: Buffer.from(text).toString('utf8') }
  if (!says('ENC_TO') || says('DECRYPTION_KEY')) return { failed: 'damaged' }
  // A key of ours, which nobody unlocked; it says no more.
  return { failed: says('KEY_CONSIDERED') ? 'wrongPassword' : 'noKey' }
}
