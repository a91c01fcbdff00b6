import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NO_KEYRING } from './no-keyring.ts'

export type Answer = { readonly code: number | null; readonly out: string; readonly err: string }

/** npm runs its scripts with a Node of the project's where there is one; the command line must do with the user's. */
const NODE = process.env['npm_node_execpath'] ?? process.execPath

/** The built command line in a process of its own, with secrets on standard input, as a script would use it. */
export function coffer(
  folder: string,
  args: readonly string[],
  lines: readonly string[] = [],
  env: Readonly<Record<string, string>> = {}
): Promise<Answer> {
  const child = spawn(NODE, [join(import.meta.dirname, '../../out/cli/main.js'), ...args], {
    cwd: folder,
    env: { ...process.env, ...NO_KEYRING, COFFER_APP_FOLDER: join(folder, 'app'), ...env },
    stdio: 'pipe'
  })
  const texts = { out: '', err: '' }
  child.stdout.on('data', (bytes: Buffer) => {
    texts.out += bytes.toString()
  })
  child.stderr.on('data', (bytes: Buffer) => {
    texts.err += bytes.toString()
  })
  child.stdin.on('error', () => {})
  child.stdin.end(lines.map((line) => `${line}\n`).join(''))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...texts })))
}

export async function withFolder<Value>(use: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'coffer-'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The least that the reader accepts: real Argon2id, but quick enough for many tests. */
export const CHEAP_KDF = ['--memory', '64', '--passes', '3', '--lanes', '1'] as const
