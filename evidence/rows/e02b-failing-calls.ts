import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Row } from '../row.ts'
import { dice } from '../support/dice.ts'
import { injectedCli } from '../support/injected-cli.ts'
import { hasCommand } from '../support/namespace.ts'
import { tally } from '../support/tally.ts'
import { inTempFolder } from '../support/temp-folder.ts'
import { CLI, missingCli, type Step } from '../support/traced-cli.ts'

const PASSWORD = 'correct horse battery staple'
const NEXT = 'another long master password'
const CANARY = 'Plaintext-Canary'
const VAULT = 'my.coffer'
const CHEAP = ['--memory', '64', '--passes', '3', '--lanes', '1']
const STEPS: Readonly<Record<string, Step>> = {
  add: { args: ['add', VAULT, '--title', 'new', '--secret', 'password'], lines: [PASSWORD, `${CANARY} new`] },
  edit: { args: ['edit', VAULT, 'old', '--set', `username=${CANARY}`], lines: [PASSWORD] },
  passwd: { args: ['passwd', VAULT], lines: [PASSWORD, NEXT] },
  backup: { args: ['backup', VAULT, 'copy.coffer'], lines: [PASSWORD] },
  restore: { args: ['restore', 'first.coffer', 'restored.coffer'], lines: [PASSWORD] }
}
const CALLS: readonly (readonly [call: string, error: string])[] = [
  ['fdatasync', 'EIO'],
  ['fsync', 'EIO'],
  ['pwrite64', 'ENOSPC'],
  ['rename', 'EACCES'],
  ['link', 'EACCES'],
  ['unlink', 'EACCES']
]
const NEVER = { call: 'fdatasync', error: null, when: 0 } as const

export const failingCalls: Row = {
  id: 'E2B',
  claim: 'A system call that fails under the command line loses nothing acknowledged and leaves no plaintext.',
  target: `every fdatasync, fsync, pwrite64, rename, link and unlink of ${Object.keys(STEPS).join(', ')} fails once, 0 lost`,
  letsPass:
    'a command that succeeds although a call failed, as long as what it says it did is there: not every call is needed',
  unit: 'calls',
  /** All there are is a few more than these; how many depends on the disk. */
  scales: { short: 2, full: 120 },
  missing: () => (hasCommand('strace') ? missingCli() : 'strace is not installed'),
  async run({ seed, scale, report, goesOn }) {
    const counted = tally(report)
    const random = dice(seed)
    await inTempFolder(async (place) => {
      const start = join(place, 'start')
      await prepare(start)
      const isShort = scale < 100
      const all = await allTries(
        place,
        start,
        isShort ? ['add'] : Object.keys(STEPS),
        isShort ? CALLS.slice(0, 2) : CALLS
      )
      const tries = isShort ? Array.from({ length: scale }, () => random.pick(all)) : all
      for (const { name, call, error, when } of tries) {
        if (!goesOn()) break
        const failure = await tried(place, start, name, { call, error, when })
        counted.saw(`${name}, ${call}`)
        counted.count(failure === null ? null : `${name}, ${call} ${error} at ${when}: ${failure}`)
      }
    })
    return counted.outcome()
  }
}

type Try = { readonly name: string; readonly call: string; readonly error: string; readonly when: number }

async function prepare(start: string): Promise<void> {
  await inFolder(start)
  const make = async (step: Step): Promise<void> => {
    const { code, said } = await injectedCli(start, step, NEVER)
    if (code !== 0) throw new Error(`${step.args.join(' ')}: ${said}`)
  }
  await make({ args: ['create', VAULT, ...CHEAP], lines: [PASSWORD] })
  await make({
    args: ['add', VAULT, '--title', 'old', '--secret', 'password'],
    lines: [PASSWORD, `${CANARY} old`]
  })
  await make({ args: ['backup', VAULT, 'first.coffer'], lines: [PASSWORD] })
}

async function inFolder(path: string, from?: string): Promise<void> {
  await rm(path, { recursive: true, force: true })
  if (from === undefined) await mkdir(path, { recursive: true })
  else await cp(from, path, { recursive: true })
}

/** How often each command makes each call is counted first. */
async function allTries(
  place: string,
  start: string,
  names: readonly string[],
  kinds: typeof CALLS
): Promise<readonly Try[]> {
  const tries: Try[] = []
  for (const name of names)
    for (const [call, error] of kinds) {
      const folder = join(place, 'try')
      await inFolder(folder, start)
      const step = STEPS[name]
      if (step === undefined) continue
      const { calls } = await injectedCli(folder, step, { call, error: null, when: 0 })
      for (let when = 1; when <= calls; when++) tries.push({ name, call, error, when })
    }
  return tries
}

async function tried(
  place: string,
  start: string,
  name: string,
  injection: { readonly call: string; readonly error: string; readonly when: number }
): Promise<string | null> {
  const folder = join(place, 'try')
  await inFolder(folder, start)
  const step = STEPS[name]
  if (step === undefined) return 'no such command'
  const { code, said } = await injectedCli(folder, step, injection)
  if (code === null || / at .*:\d+:\d+/.test(said)) return `crashed: ${said.slice(0, 200)}`
  if (code !== 0 && !/\w/.test(said)) return `exit code ${code} and not a word`
  return (await plaintextIn(folder)) ?? (await lost(folder, name, code === 0))
}

async function plaintextIn(folder: string): Promise<string | null> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    if ((await readFile(path)).includes(CANARY)) return `plaintext in ${entry.name}`
  }
  return null
}

/** The vault opens, holds what it held, and what was said to be done is done. */
async function lost(folder: string, name: string, done: boolean): Promise<string | null> {
  const listed = await list(folder, VAULT, [PASSWORD, NEXT])
  if (listed === null) return 'the vault does not open'
  if (!listed.includes('old')) return 'an item is gone'
  if (!done) return null
  if (name === 'add' && !listed.includes('new')) return 'called done, and not there'
  if (name === 'passwd' && (await list(folder, VAULT, [NEXT])) === null) return 'the new password does not open it'
  const made = { backup: 'copy.coffer', restore: 'restored.coffer' }[name]
  if (made !== undefined && !(await list(folder, made, [PASSWORD]))?.includes('old')) return `${made} is not whole`
  return null
}

async function list(folder: string, file: string, passwords: readonly string[]): Promise<string | null> {
  for (const password of passwords) {
    const out = await new Promise<string | null>((resolve) => {
      const env = { ...process.env, COFFER_APP_FOLDER: join(folder, 'app') }
      const child = execFile(process.execPath, [CLI, 'list', file], { cwd: folder, env }, (error, stdout) =>
        resolve(error === null ? stdout : null)
      )
      child.stdin?.end(`${password}\n`)
    })
    if (out !== null) return out
  }
  return null
}
