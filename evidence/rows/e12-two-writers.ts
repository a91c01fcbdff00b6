import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { VaultError } from '../../src/core/errors.ts'
import { memoryDisk } from '../../src/vault/storage/test-support/memory-disk.ts'
import { nodeFs } from '../../src/vault/storage/vault-fs.ts'
import type { Row, Trial } from '../row.ts'
import { actingDisk } from '../support/acting-disk.ts'
import { type Dice, dice } from '../support/dice.ts'
import { createSessionAt, loginEdit, openSessionAt, quickEnvironment, readEverything } from '../support/sessions.ts'
import { type Tally, tally } from '../support/tally.ts'
import { inTempFolder } from '../support/temp-folder.ts'
import { PASSWORD, VAULT } from '../support/vaults.ts'

const SAVES_A_ROUND = 50

export const twoWriters: Row = {
  id: 'E12',
  claim: 'Two programs on one file, or a sync client that replaces it, never lose an edit in silence.',
  target: '10,000 saves by two processes, 10,000 replacements at every point of a save, 0 silent losses',
  letsPass:
    'a file replaced after the last look and before the save returns: it is the same as one replaced right after the save, and the next save notices',
  unit: 'saves',
  scales: { short: 120, full: 20_000 },
  async run(trial) {
    const counted = tally(trial.report)
    await twoProcesses(trial, counted)
    await replaced(trial, counted)
    return counted.outcome()
  }
}

/** Both say what was acknowledged; at the end all of it is there. */
async function twoProcesses({ scale, goesOn, script }: Trial, counted: Tally): Promise<void> {
  const program = await script('two-writers')
  while (counted.tried < scale / 2 && goesOn()) {
    await inTempFolder(async (folder) => {
      const path = join(folder, 'my.coffer')
      await (await createSessionAt(quickEnvironment(nodeFs, join(folder, 'app')), path)).lock()
      const most = String(Math.min(SAVES_A_ROUND, Math.ceil(scale / 4)))
      const writers = ['one', 'two'].map(async (name) =>
        promisify(execFile)(process.execPath, [program, path, join(folder, `app-${name}`), name, most])
      )
      const said = (await Promise.all(writers)).flatMap(({ stdout }) => stdout.trim().split('\n'))
      const there = await readEverything(nodeFs, path, [PASSWORD])
      for (const title of said) counted.count(there.includes(`["${title}",`) ? null : `two processes: ${title} is gone`)
    })
  }
}

/** A sync client puts another device's file there, at some operation of ours. */
async function replaced({ seed, scale, goesOn }: Trial, counted: Tally): Promise<void> {
  const random = dice(seed)
  const before = memoryDisk()
  await (await createSessionAt(quickEnvironment(before.fs))).lock()
  const old = before.files().get(VAULT) ?? new Uint8Array()
  const theirs = await otherDevices(old)
  while (counted.tried < scale && goesOn()) {
    const failure = await replacedOnce(old, theirs, random, counted)
    counted.count(failure)
  }
}

async function otherDevices(old: Uint8Array): Promise<Uint8Array> {
  const disk = memoryDisk()
  disk.put(VAULT, old)
  const session = await openSessionAt(quickEnvironment(disk.fs))
  await session.create('login', loginEdit('theirs', 'secret'))
  await session.lock()
  return disk.files().get(VAULT) ?? new Uint8Array()
}

async function replacedOnce(old: Uint8Array, theirs: Uint8Array, { number }: Dice, counted: Tally) {
  const disk = memoryDisk()
  disk.put(VAULT, old)
  const at = number(90)
  const acting = actingDisk(disk.fs, at, () => disk.put(VAULT, theirs))
  let lastLook = 0
  const saved = () => (lastLook = acting.names.lastIndexOf('stat'))
  const end = await save(quickEnvironment(acting.fs), saved).catch((error: unknown) =>
    error instanceof VaultError ? error.code : String(error)
  )
  const wasReplaced = acting.operations() > at
  const there = await readEverything(disk.fs, VAULT, [PASSWORD])
  counted.saw(wasReplaced ? `replaced, ${end}` : 'not replaced')
  if (/[a-z]{3} /i.test(end)) return `operation ${at}: ${end}`
  if (wasReplaced && !there.includes('"theirs"')) return `operation ${at}: the other device's edit is gone`
  // Replaced after we looked last, ours was whole in the folder: the sync client has it, and the next save will notice.
  const tookItBack = wasReplaced && at > lastLook
  if (end === 'saved' && !there.includes('"ours"') && !tookItBack)
    return `operation ${at}: our acknowledged edit is gone`
  return null
}

async function save(environment: ReturnType<typeof quickEnvironment>, acknowledged: () => void): Promise<string> {
  const session = await openSessionAt(environment)
  try {
    await session.create('login', loginEdit('ours', 'secret'))
    acknowledged()
  } finally {
    await session.lock()
  }
  return 'saved'
}
