import { VaultError } from '../../src/core/errors.ts'
import { type Fault, FAULTS, faultyDisk } from '../../src/vault/storage/test-support/faulty-disk.ts'
import { memoryDisk, type MemoryDisk } from '../../src/vault/storage/test-support/memory-disk.ts'
import type { Row } from '../row.ts'
import { CANARY, type Deed, DEEDS, NEXT_PASSWORD, prepareFolder } from '../support/deeds.ts'
import { dice } from '../support/dice.ts'
import { loginEdit, openSessionAt, quickEnvironment, readEverything } from '../support/sessions.ts'
import { tally } from '../support/tally.ts'
import { PASSWORD, VAULT } from '../support/vaults.ts'

const PASSWORDS = [PASSWORD, NEXT_PASSWORD]

/** What vaults may hold after a deed that may have failed, and what the vault must hold after one that was acknowledged. */
type Course = {
  readonly name: string
  readonly deed: Deed
  readonly operations: number
  readonly allowed: ReadonlySet<string>
  readonly before: string
  readonly after: string
}

export const failingDisk: Row = {
  id: 'E2',
  claim: 'When any one operation of the disk fails, nothing acknowledged is lost and no plaintext is left.',
  target: `all operations of ${Object.keys(DEEDS).join(', ')} × ${FAULTS.length} faults, 0 lost`,
  letsPass:
    'a lock file that stays when its own removal failed, as long as the vault can be opened and saved to at once',
  unit: 'faults',
  scales: { short: 120, full: 2 ** 31 },
  async run({ seed, scale, report, goesOn }) {
    const start = await preparedDisk()
    const courses: Course[] = []
    for (const [name, deed] of Object.entries(DEEDS)) courses.push(await courseOf(name, deed, start))
    const all = courses.flatMap((course) =>
      FAULTS.flatMap((fault) => Array.from({ length: course.operations }, (_, at) => ({ course, fault, at })))
    )
    const { number } = dice(seed)
    const tries = scale >= all.length ? all : Array.from({ length: scale }, () => all[number(all.length)])
    const counted = tally(report)
    for (const one of tries) {
      if (one === undefined || !goesOn()) break
      const failure = await tried(one.course, copyOf(start), one.fault, one.at)
      counted.count(failure === null ? null : `${one.course.name}, ${one.fault} at operation ${one.at}: ${failure}`)
    }
    return counted.outcome(courses.map(({ name, operations }) => `${name}: ${operations} operations`))
  }
}

async function preparedDisk(): Promise<MemoryDisk> {
  const disk = memoryDisk()
  await prepareFolder(quickEnvironment(disk.fs), async (from, to) =>
    disk.put(to, disk.files().get(from) ?? new Uint8Array())
  )
  return disk
}

function copyOf(disk: MemoryDisk): MemoryDisk {
  const copy = memoryDisk()
  for (const [path, bytes] of disk.files()) copy.put(path, bytes)
  return copy
}

async function courseOf(name: string, deed: Deed, start: MemoryDisk): Promise<Course> {
  const disk = copyOf(start)
  const counting = faultyDisk(disk.fs, Infinity, 'kill')
  await deed(quickEnvironment(counting.fs))
  const states = [...(await vaultsOn(start)), ...(await vaultsOn(disk))]
  return {
    name,
    deed,
    operations: counting.operations(),
    allowed: new Set(states),
    before: await readEverything(copyOf(start).fs, VAULT, PASSWORDS),
    after: await readEverything(disk.fs, VAULT, PASSWORDS)
  }
}

async function vaultsOn(disk: MemoryDisk): Promise<readonly string[]> {
  const paths = [...disk.files().keys()].filter((path) => path.endsWith('.coffer'))
  return Promise.all(paths.map(async (path) => readEverything(disk.fs, path, PASSWORDS)))
}

async function tried(course: Course, disk: MemoryDisk, fault: Fault, at: number): Promise<string | null> {
  const end = await course
    .deed(quickEnvironment(faultyDisk(disk.fs, at, fault).fs))
    .then(() => 'done')
    .catch((error: unknown) => (error instanceof VaultError ? error.code : String(error)))
  if (end !== 'done' && !/^[A-Z_]+$/.test(end)) return `crashed: ${end}`
  // The process that was killed is gone, and what it locked with it.
  if (fault === 'kill')
    for (const path of disk.files().keys()) if (/\.lock|\.takeover/.test(path)) await disk.fs.unlink(path)
  return (await lost(course, disk, end === 'done')) ?? leftBehind(disk, fault) ?? (await goesOnWorking(disk))
}

async function lost({ before, after, allowed }: Course, disk: MemoryDisk, acknowledged: boolean) {
  try {
    const now = await readEverything(disk.fs, VAULT, PASSWORDS)
    if (acknowledged && now !== after) return 'acknowledged, and not there'
    if (now !== before && now !== after) return 'the vault holds neither the old nor the new'
    for (const state of await vaultsOn(disk)) if (!allowed.has(state)) return 'a file beside it holds something new'
    return null
  } catch (error) {
    return `does not open: ${String(error)}`
  }
}

function leftBehind(disk: MemoryDisk, fault: Fault): string | null {
  for (const [path, bytes] of disk.files()) {
    if (Buffer.from(bytes).includes(CANARY)) return `plaintext in ${path}`
    // A lock whose own removal failed stays, and does no harm: the next program finds that nobody holds it.
    if (fault !== 'kill' && /\.tmp$|\.takeover$/.test(path)) return `left behind: ${path}`
  }
  return null
}

async function goesOnWorking(disk: MemoryDisk): Promise<string | null> {
  for (const masterPassword of PASSWORDS) {
    try {
      const session = await openSessionAt(quickEnvironment(disk.fs), { credential: { masterPassword } })
      await session.create('login', loginEdit('afterwards', 'secret'))
      await session.lock()
      return (await readEverything(disk.fs, VAULT, PASSWORDS)).includes('afterwards') ? null : 'a later save is lost'
    } catch (error) {
      if (!(error instanceof VaultError) || error.code !== 'WRONG_PASSWORD') return `cannot be used: ${String(error)}`
    }
  }
  return 'no password opens it'
}
