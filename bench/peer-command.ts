import { type ChildProcessWithoutNullStreams, execFileSync, spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SAMPLE_PASSWORD } from './sample-vault.ts'

/** What one process took: milliseconds of all its threads, and of the wall; the most memory that it had at a time, MiB. */
export type Cost = { readonly cpu: number; readonly wall: number; readonly memory: number; readonly output: string }

/** The command line of a password manager, on one file of it. */
export type PeerCommand = {
  readonly start: () => Cost
  readonly search: (text: string) => Cost
  readonly add: (title: string) => Cost
}

export const coffer = (folder: string, path: string): PeerCommand => {
  const cli = join(import.meta.dirname, '../cli/main.js')
  const run = (args: readonly string[], lines: readonly string[]): Cost =>
    measured(folder, [process.execPath, cli, ...args], lines)
  return {
    start: () => run(['--version'], []),
    search: (text) => run(['search', path, text], [SAMPLE_PASSWORD]),
    add: (title) =>
      run(['add', path, '--title', title, ...ADDED, '--secret', 'password'], [SAMPLE_PASSWORD, NEW_SECRET])
  }
}

export const keepassxc = (folder: string, path: string): PeerCommand => {
  const run = (args: readonly string[], lines: readonly string[]): Cost =>
    measured(folder, ['keepassxc-cli', ...args], lines)
  return {
    start: () => run(['--version'], []),
    search: (text) => run(['search', '-q', path, text], [SAMPLE_PASSWORD]),
    add: (title) => run(['add', '-q', ...ADDED, '-p', path, title], [SAMPLE_PASSWORD, NEW_SECRET])
  }
}

const ADDED = ['--username', 'mara', '--url', 'https://added.example']
export const NEW_SECRET = 'x7#mK2-vq9Lw_4tRz'

/** The version that is installed, or null; GNU's `time` is what tells a process's memory. */
export function keepassxcVersion(): string | null {
  try {
    execFileSync('time', ['-f', '%M', 'true'], { stdio: 'ignore' })
    return execFileSync('keepassxc-cli', ['--version'], { encoding: 'utf8' }).trim()
  } catch {
    return null
  }
}

function measured(folder: string, command: readonly string[], lines: readonly string[]): Cost {
  const report = join(folder, 'time.txt')
  const begun = performance.now()
  const { status, stdout, stderr } = spawnSync('time', ['-o', report, '-f', '%U %S %M', ...command], {
    input: lines.map((line) => `${line}\n`).join(''),
    env: peerEnvironment(folder),
    encoding: 'utf8'
  })
  const wall = performance.now() - begun
  if (status !== 0) throw new Error(`${command.join(' ')}: ${stderr}`)
  const [user = 0, system = 0, peak = 0] = readFileSync(report, 'utf8').trim().split(' ').map(Number)
  return { cpu: (user + system) * 1000, wall, memory: peak / 1024, output: stdout }
}

/** Nobody's own settings, marks or language. */
const peerEnvironment = (folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  COFFER_APP_FOLDER: join(folder, 'app'),
  XDG_CONFIG_HOME: join(folder, 'config'),
  QT_QPA_PLATFORM: 'offscreen',
  LC_ALL: 'C'
})

/** Milliseconds of each entry that is added in keepassxc-cli's own prompt, which holds the file open. */
export async function addInPrompt(folder: string, path: string, titles: readonly string[]): Promise<number[]> {
  const child = spawn('keepassxc-cli', ['open', '-q', path], { env: peerEnvironment(folder), stdio: 'pipe' })
  const prompts = promptsOf(child)
  const times: number[] = []
  try {
    child.stdin.write(`${SAMPLE_PASSWORD}\n`)
    await prompts.next()
    for (const title of titles) {
      const begun = performance.now()
      child.stdin.write(`add ${ADDED.join(' ')} -g "${title}"\n`)
      const answer = await prompts.next()
      if (!answer.includes('Successfully added')) throw new Error(`keepassxc-cli: ${answer}`)
      times.push(performance.now() - begun)
    }
    child.stdin.end('exit\n')
    return times
  } finally {
    child.kill()
  }
}

/** What was said until the program asks again. */
function promptsOf(child: ChildProcessWithoutNullStreams): { readonly next: () => Promise<string> } {
  let said = ''
  let tell = (): void => {}
  let isOver = false
  child.stdout.on('data', (data: Buffer) => {
    said += data.toString()
    tell()
  })
  child.once('close', () => {
    isOver = true
    tell()
  })
  return {
    async next() {
      while (!said.endsWith('> ')) {
        if (isOver) throw new Error(`keepassxc-cli ended: ${said}`)
        await new Promise<void>((resolve) => (tell = resolve))
      }
      const answer = said
      said = ''
      return answer
    }
  }
}
