import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { CLI, type Step } from './traced-cli.ts'

/** Of the processor, with Node's own start and the derivation of a cheap key. */
const MOST_SECONDS = 5
/** Blocks of 512 bytes: whatever a command would write without end, it stops at 256 MiB. */
const MOST_BLOCKS = 2 ** 19
const PATIENCE = 60_000

export type Ended = { readonly code: number | null; readonly said: string; readonly out: string }

/** The built command line within bounds of time and of what it may write; `code` is null when it went beyond them. */
export async function boundedCli(
  folder: string,
  { args, lines }: Step,
  behind: readonly string[] = []
): Promise<Ended> {
  const limits = `ulimit -t ${MOST_SECONDS}; ulimit -f ${MOST_BLOCKS}; exec "$@"`
  const child = spawn('sh', ['-c', limits, 'sh', ...behind, process.execPath, CLI, ...args], {
    cwd: folder,
    env: { ...process.env, COFFER_APP_FOLDER: `${folder}/app` },
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: PATIENCE,
    killSignal: 'SIGKILL'
  })
  let said = ''
  let out = ''
  child.stderr.on('data', (data: Buffer) => (said += data.toString()))
  child.stdout.on('data', (data: Buffer) => (out += data.toString()))
  child.stdin.on('error', () => {})
  child.stdin.end(lines.map((line) => `${line}\n`).join(''))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said, out }
}

/** What is wrong with how a command ended; null when it is as the documentation has it. */
export function badEnd({ code, said }: Ended): string | null {
  if (code === null) return `it did not end by itself: ${said.slice(0, 200)}`
  if (/ at .*:\d+:\d+|\bError:/.test(said)) return `it told its own insides: ${said.slice(0, 300)}`
  if (code === 0) return null
  if (code === 1) return `it took it for a fault of its own: ${said.slice(0, 200)}`
  return /^[A-Z][^\n]*\.\n$/.test(said)
    ? null
    : `exit code ${code} and not one sentence: ${JSON.stringify(said.slice(0, 200))}`
}
