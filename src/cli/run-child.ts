import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import type { Writable } from 'node:stream'
import { VaultError } from '../core/errors.ts'
import { createMasker, type Masker } from '../core/references/masker.ts'
import { base64Forms, plainForms } from '../core/references/secret-forms.ts'
import { UsageError } from './usage-error.ts'

export type ChildRequest = {
  readonly command: string
  readonly args: readonly string[]
  readonly environment: NodeJS.ProcessEnv
  /** Values to mask in what it writes; none hands our terminal over. */
  readonly secrets: readonly string[]
}

const MASK = Buffer.from('<concealed by coffer>')
/** Long enough for a program to finish a line, short enough for somebody who waits for it. */
const IDLE_MS = 100
const CANNOT_RUN = 'The command cannot be run: '

/** Runs a program, hands signals on to it, and ends as it ends: its exit code, or 128 and the signal that ended it. */
export async function runChild({ command, args, environment, secrets }: ChildRequest): Promise<number> {
  const output = secrets.length === 0 ? 'inherit' : 'pipe'
  // A pipe was read for the password; what is left in it belongs to nobody.
  const input = process.stdin.isTTY ? 'inherit' : 'ignore'
  const child = spawn(command, [...args], { env: environment, stdio: [input, output, output] })
  const stopForwarding = forwardSignals((signal) => child.kill(signal))
  try {
    const ended = new Promise<number>((resolve, reject) => {
      child.once('error', (error: NodeJS.ErrnoException) =>
        reject(new UsageError(`${CANNOT_RUN}${error.code ?? 'error'}.`))
      )
      child.once('close', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])))
    })
    const written = [
      copyMasked(child.stdout, process.stdout, secrets),
      copyMasked(child.stderr, process.stderr, secrets)
    ]
    const code = await ended
    await Promise.all(written)
    return code
  } finally {
    stopForwarding()
  }
}

/** The terminal sends Ctrl+C to the whole group: handed on as well, the child would get it twice. */
function forwardSignals(send: (signal: NodeJS.Signals) => void): () => void {
  const handlers = SIGNALS.map((signal) => {
    const isTerminals = process.stdin.isTTY && (signal === 'SIGINT' || signal === 'SIGQUIT')
    const handle = (): void => (isTerminals ? undefined : send(signal))
    process.on(signal, handle)
    return { signal, handle }
  })
  return () => {
    for (const { signal, handle } of handlers) process.off(signal, handle)
  }
}

const SIGNALS: readonly NodeJS.Signals[] =
  process.platform === 'win32'
    ? ['SIGINT', 'SIGTERM', 'SIGBREAK']
    : ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2', 'SIGCONT', 'SIGWINCH']

async function copyMasked(from: NodeJS.ReadableStream | null, to: Writable, secrets: readonly string[]): Promise<void> {
  if (from === null) return
  const masker = maskAll(secrets)
  let idle: NodeJS.Timeout | undefined
  // Without a listener, a reader that has gone would end this process and leave the child alone.
  to.on('error', () => {})
  try {
    for await (const chunk of from) {
      clearTimeout(idle)
      if (!(chunk instanceof Uint8Array)) throw new VaultError('INTERNAL')
      // Leaving closes the child's end too: it is told as it would be without us.
      if (!(await write(to, masker.push(chunk)))) return
      idle = setTimeout(() => void write(to, masker.idle()), IDLE_MS)
    }
  } finally {
    clearTimeout(idle)
  }
  await write(to, masker.end())
}

/** Encoded forms second: the first has put its mask where a value stood as it is. */
function maskAll(secrets: readonly string[]): Masker {
  const plain = createMasker(secrets.flatMap(plainForms), MASK)
  const encoded = createMasker(secrets.flatMap(base64Forms), MASK, { acrossLines: true })
  return {
    push: (bytes) => encoded.push(plain.push(bytes)),
    idle: () => Buffer.concat([encoded.push(plain.idle()), encoded.idle()]),
    end: () => Buffer.concat([encoded.push(plain.end()), encoded.end()])
  }
}

/** Waits where the reader is slower than the child. False when nobody reads any more. */
async function write(to: Writable, bytes: Uint8Array): Promise<boolean> {
  if (bytes.length === 0) return true
  return new Promise((resolve) => {
    to.write(bytes, (error) => resolve(error === null || error === undefined))
  })
}
