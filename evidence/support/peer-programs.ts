import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { CLI } from './traced-cli.ts'

export type Ran = { readonly code: number | null; readonly out: string }

/** A password manager on the command line: what the drills do to it. */
export type Program = {
  readonly name: string
  readonly file: string
  readonly create: (folder: string) => Promise<Ran>
  readonly startAdd: (folder: string, title: string) => ChildProcess
  readonly list: (folder: string, file?: string) => Promise<Ran>
  /** Rescues what can be read from a damaged file; null where there is no such thing. */
  readonly salvage: ((folder: string, file: string) => Promise<Ran>) | null
}

const PASSWORD = 'correct horse battery staple'

function start(folder: string, program: string, args: readonly string[], lines: readonly string[]): ChildProcess {
  // A device that has read a salvaged copy knows it as the newest: a hit file is looked at by a device of its own.
  const app = args.some((arg) => arg.startsWith('hit-')) ? 'hit-app' : 'app'
  const env = { ...process.env, COFFER_APP_FOLDER: join(folder, app), QT_QPA_PLATFORM: 'offscreen' }
  const child = spawn(program, args, { cwd: folder, env, stdio: 'pipe' })
  child.stdin.on('error', () => {})
  child.stdin.end(lines.map((line) => `${line}\n`).join(''))
  return child
}

export async function ended(child: ChildProcess): Promise<Ran> {
  let out = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => (out += data.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out }
}

const coffer = (folder: string, args: readonly string[], lines: readonly string[] = [PASSWORD]): ChildProcess =>
  start(folder, process.execPath, [CLI, ...args], lines)
const keepass = (folder: string, args: readonly string[], lines: readonly string[] = [PASSWORD]): ChildProcess =>
  start(folder, 'keepassxc-cli', args, lines)

const COFFER: Program = {
  name: 'Coffer',
  file: 'my.coffer',
  create: async (folder) =>
    ended(coffer(folder, ['create', 'my.coffer', '--memory', '64', '--passes', '3', '--lanes', '1'])),
  startAdd: (folder, title) => coffer(folder, ['add', 'my.coffer', '--title', title, '--username', 'mara']),
  list: async (folder, file = 'my.coffer') => ended(coffer(folder, ['list', file])),
  salvage: async (folder, file) => ended(coffer(folder, ['salvage', file, `${file}.salvaged.coffer`]))
}

const KEEPASSXC: Program = {
  name: 'KeePassXC',
  file: 'my.kdbx',
  create: async (folder) => ended(keepass(folder, ['db-create', '-p', '-t', '100', 'my.kdbx'], [PASSWORD, PASSWORD])),
  startAdd: (folder, title) => keepass(folder, ['add', '-q', '-u', 'mara', 'my.kdbx', title]),
  list: async (folder, file = 'my.kdbx') => ended(keepass(folder, ['ls', '-q', '-f', '-R', file])),
  salvage: null
}

export const PROGRAMS = [COFFER, KEEPASSXC] as const
