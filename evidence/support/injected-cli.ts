import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CLI, type Step } from './traced-cli.ts'

export type Injected = { readonly code: number | null; readonly said: string; readonly calls: number }

/** A system call that fails at its `when`th time (counted over all threads) with this error; a null error only counts. */
export type Injection = { readonly call: string; readonly error: string | null; readonly when: number }

/**
 * The built command line on real system calls, of which one is made to fail. Those that Node makes for itself are
 * counted too: there are few of these kinds.
 */
export async function injectedCli(
  folder: string,
  { args, lines }: Step,
  { call, error, when }: Injection
): Promise<Injected> {
  const trace = join(folder, '..', 'calls')
  const hit = error === null ? [] : ['-e', `inject=${call}:error=${error}:when=${when}`]
  const strace = ['-f', '-qq', '-e', `trace=${call}`, ...hit, '-o', trace]
  const child = spawn('strace', [...strace, process.execPath, CLI, ...args], {
    cwd: folder,
    env: { ...process.env, COFFER_APP_FOLDER: join(folder, 'app'), UV_THREADPOOL_SIZE: '1' },
    stdio: ['pipe', 'pipe', 'pipe']
  })
  let said = ''
  child.stderr.on('data', (data: Buffer) => (said += data.toString()))
  child.stdout.resume()
  child.stdin.on('error', () => {})
  child.stdin.end(lines.map((line) => `${line}\n`).join(''))
  const [code] = (await once(child, 'close')) as [number | null]
  const calls = (await readFile(trace, 'utf8')).split('\n').filter((line) => line.includes(`${call}(`)).length
  return { code, said, calls }
}
