import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export const CLI = join(process.cwd(), 'out/cli/main.js')

export const missingCli = (): string | null =>
  existsSync(CLI) ? null : 'the command line is not built (npm run build)'

export type Step = { readonly args: readonly string[]; readonly lines: readonly string[] }
export type Traced = { readonly code: number | null; readonly calls: readonly string[] }

/**
 * The built command line under strace, with all processes and threads it starts, behind `prefix` (a namespace). `calls`
 * are those that concern a network.
 */
export async function tracedCli(folder: string, prefix: readonly string[], { args, lines }: Step): Promise<Traced> {
  const trace = join(folder, 'trace')
  const strace = ['strace', '-f', '-qq', '-e', 'trace=%network', '-o', trace, process.execPath, CLI, ...args]
  const [program = '', ...rest] = [...prefix, ...strace]
  const child = spawn(program, rest, {
    cwd: folder,
    env: { ...process.env, COFFER_APP_FOLDER: join(folder, 'app') },
    stdio: ['pipe', 'ignore', 'ignore']
  })
  child.stdin?.on('error', () => {})
  child.stdin?.end(lines.map((line) => `${line}\n`).join(''))
  const [code] = (await once(child, 'exit')) as [number | null]
  const calls = (await readFile(trace, 'utf8'))
    .split('\n')
    .filter((line) => /AF_INET|AF_PACKET|AF_NETLINK|connect\(/.test(line))
  return { code, calls }
}
