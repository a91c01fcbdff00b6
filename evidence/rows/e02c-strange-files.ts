import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Row } from '../row.ts'
import { badEnd, boundedCli, type Ended } from '../support/bounded-cli.ts'
import { dice } from '../support/dice.ts'
import { syncedWhileAdding, twoAtOnce } from '../support/strange-company.ts'
import { ODD, PASSWORD, type Place, PLACES, type Use } from '../support/strange-places.ts'
import { tally } from '../support/tally.ts'
import { inTempFolder } from '../support/temp-folder.ts'
import { missingCli, type Step } from '../support/traced-cli.ts'
import { differences, kindAt, type TreeState, treeState } from '../support/tree-state.ts'

const CHEAP = ['--memory', '64', '--passes', '3', '--lanes', '1']

type Command = { readonly use: Use; readonly step: (path: string) => Step }
const COMMANDS: Readonly<Record<string, Command>> = {
  'unlock-check': { use: 'read', step: (path) => ({ args: ['unlock-check', path], lines: [PASSWORD] }) },
  list: { use: 'read', step: (path) => ({ args: ['list', path], lines: [PASSWORD] }) },
  add: { use: 'write', step: (path) => ({ args: ['add', path, '--title', 'new'], lines: [PASSWORD] }) },
  backup: { use: 'new', step: (path) => ({ args: ['backup', 'good.coffer', path], lines: [PASSWORD] }) },
  export: {
    use: 'new',
    step: (path) => ({ args: ['export', 'good.coffer', '--format', 'json', '--to', path], lines: [PASSWORD] })
  },
  restore: { use: 'restore', step: (path) => ({ args: ['restore', 'backup.coffer', path], lines: [PASSWORD] }) }
}

type Try = { readonly name: string; readonly run: (start: string, folder: string) => Promise<string | null> }

export const strangeFiles: Row = {
  id: 'E2C',
  claim:
    'Whatever stands where a vault is expected, a command ends soon, says why in one sentence, and changes nothing.',
  target: `${PLACES.length} strange things × ${Object.keys(COMMANDS).join(', ')}; two processes at once; a sync client at work; 5 s of the processor each, exit codes as documented, 0 changed`,
  unit: 'commands',
  scales: { short: 4, full: 2 ** 31 },
  missing: () => (process.platform === 'win32' ? 'there are no such files here' : missingCli()),
  async run({ seed, scale, report, goesOn }) {
    const counted = tally(report)
    const random = dice(seed)
    const all = allTries((reason) => counted.saw(reason))
    const tries = scale >= all.length ? all : Array.from({ length: scale }, () => random.pick(all))
    await inTempFolder(async (place) => {
      const start = join(place, 'start')
      await prepare(start)
      for (const { name, run } of tries) {
        if (!goesOn()) break
        const folder = join(place, 'try')
        await rm(folder, { recursive: true, force: true })
        await cp(start, folder, { recursive: true })
        const failure = await run(start, folder)
        counted.count(failure === null ? null : `${name}: ${failure}`)
      }
    })
    return counted.outcome()
  }
}

function allTries(saw: (reason: string) => void): readonly Try[] {
  const tries: Try[] = []
  for (const place of PLACES) {
    const missing = place.missing?.() ?? null
    if (missing !== null) saw(`${place.name} (not tried: ${missing})`)
    else
      for (const [name, command] of Object.entries(COMMANDS))
        tries.push({ name: `${name}, ${place.name}`, run: async (_start, folder) => tried(folder, command, place) })
  }
  return [
    ...tries,
    { name: 'two processes at once', run: async (_start, folder) => twoAtOnce(folder) },
    { name: 'a sync client at work', run: syncedWhileAdding }
  ]
}

async function prepare(start: string): Promise<void> {
  await mkdir(join(start, 'odd'), { recursive: true })
  const steps: readonly Step[] = [
    { args: ['create', 'good.coffer', ...CHEAP], lines: [PASSWORD] },
    { args: ['add', 'good.coffer', '--title', 'old'], lines: [PASSWORD] },
    { args: ['backup', 'good.coffer', 'backup.coffer'], lines: [PASSWORD] }
  ]
  for (const step of steps) {
    const { code, said } = await boundedCli(start, step)
    if (code !== 0) throw new Error(`${step.args.join(' ')}: ${said}`)
  }
}

async function tried(folder: string, { use, step }: Command, place: Place): Promise<string | null> {
  const odd = join(folder, ODD)
  place.make(join(folder, 'odd'), join(folder, 'good.coffer'), odd)
  const path = use === 'new' && place.newName !== undefined ? `odd/${place.newName}` : ODD
  const before = treeState(join(folder, 'odd'))
  const ended = await boundedCli(folder, step(path), place.behind?.(join(folder, 'odd')))
  const after = treeState(join(folder, 'odd'))
  const wrong = badEnd(ended) ?? wrongEnd(ended, place.ends[use]) ?? changed(before, after, use, ended.code === 0)
  return wrong ?? (ended.code === 0 && use !== 'read' ? missingItem(folder, use) : null)
}

const wrongEnd = ({ code, said }: Ended, expected: number): string | null =>
  code === expected ? null : `exit code ${code} and not ${expected}: ${said.trim()}`

/** A command that fails, or only reads, changes nothing; one that writes leaves every name what it was. */
function changed(before: TreeState, after: TreeState, use: Use, done: boolean): string | null {
  if (!done || use === 'read') {
    const names = differences(before, after)
    return names.length === 0 ? null : `changed ${names.join(', ')}`
  }
  const other = [...before.keys()].filter((name) => kindAt(before, name) !== kindAt(after, name))
  return other.length === 0 ? null : `something else stands at ${other.join(', ')}`
}

async function missingItem(folder: string, use: Use): Promise<string | null> {
  const { code, out } = await boundedCli(folder, { args: ['list', ODD], lines: [PASSWORD] })
  const item = use === 'write' ? 'new' : 'old'
  return code === 0 && out.includes(item) ? null : `called done, and ${item} is not there`
}
