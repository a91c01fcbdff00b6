import { VaultError } from '../../src/core/errors.ts'
import type { Environment } from '../../src/vault/environment.ts'
import { makeBackup } from '../../src/vault/make-backup.ts'
import type { Session } from '../../src/vault/session.ts'
import { memoryDisk, type MemoryDisk } from '../../src/vault/storage/test-support/memory-disk.ts'
import type { Row } from '../row.ts'
import { type Dice, dice } from '../support/dice.ts'
import { createSessionAt, loginEdit, openSessionAt, quickEnvironment } from '../support/sessions.ts'
import { type Tally, tally } from '../support/tally.ts'
import { PASSWORD, VAULT } from '../support/vaults.ts'

/** Of eleven tries one offers an older copy; the rest are ordinary work by two devices with clocks apart. */
const ONE_OLDER_IN = 11
const HOURS_APART = 30 * 3_600_000
const OPENS_A_VAULT = 220

export const olderCopies: Row = {
  id: 'E13',
  claim: 'An older copy offered as current is recognised, and ordinary work never raises a false alarm.',
  target: '1,000 of 1,000 recognised, 0 false alarms in 10,000 ordinary opens',
  unit: 'opens',
  scales: { short: 110, full: 11_000 },
  async run({ seed, scale, report, goesOn }) {
    const counted = tally(report)
    const random = dice(seed)
    while (counted.tried < scale && goesOn()) {
      const disk = memoryDisk()
      let clock = Date.now()
      const devices = [0, HOURS_APART].map((ahead, number) =>
        quickEnvironment(disk.fs, `/device-${number}`, () => (clock += 1000) + ahead)
      )
      await (await createSessionAt(devices[0] ?? quickEnvironment(disk.fs))).lock()
      await aLife(disk, devices, random, { counted, until: Math.min(scale, counted.tried + OPENS_A_VAULT), goesOn })
    }
    return counted.outcome()
  }
}

type Life = { readonly counted: Tally; readonly until: number; readonly goesOn: () => boolean }

async function aLife(
  disk: MemoryDisk,
  devices: readonly Environment[],
  random: Dice,
  { counted, until, goesOn }: Life
) {
  const seen = new Map<Environment, Uint8Array[]>()
  while (counted.tried < until && goesOn()) {
    const device = random.pick(devices)
    const copies = seen.get(device) ?? []
    const newest = disk.files().get(VAULT) ?? new Uint8Array()
    const older = copies.slice(0, -1)
    if (older.length > 0 && counted.tried % ONE_OLDER_IN === 0) {
      counted.count(await offered(disk, device, random.pick(older), counted))
      disk.put(VAULT, newest)
      continue
    }
    counted.count(await ordinary(device, random, counted))
    const now = disk.files().get(VAULT) ?? new Uint8Array()
    // Only a file with another save in it is a newer one; compaction alone leaves the clock as it was.
    seen.set(device, [...copies.filter((copy) => copy.length !== now.length), now])
  }
}

async function offered(
  disk: MemoryDisk,
  device: Environment,
  copy: Uint8Array,
  counted: Tally
): Promise<string | null> {
  disk.put(VAULT, copy)
  try {
    await (await openSessionAt(device, { mode: 'read' })).lock()
    return 'an older copy was opened as if it were current'
  } catch (error) {
    const code = error instanceof VaultError ? error.code : String(error)
    counted.saw(`older: ${code}`)
    return code === 'VAULT_ROLLED_BACK' ? null : `an older copy: ${code}`
  }
}

async function ordinary(device: Environment, random: Dice, counted: Tally): Promise<string | null> {
  const { chance, number } = random
  try {
    const session = await openSessionAt(device)
    try {
      for (let save = 0; save < 1 + number(3); save++) await oneSave(session, random)
      if (chance() < 0.05) await makeBackup(device, session)
      if (chance() < 0.03) await session.changeMasterPassword({ current: PASSWORD, next: PASSWORD })
    } finally {
      await session.lock()
    }
    counted.saw('ordinary')
    return null
  } catch (error) {
    return `ordinary work: ${error instanceof VaultError ? error.code : String(error)}`
  }
}

async function oneSave(session: Session, { number, pick }: Dice): Promise<void> {
  const ids = [...session.store.opened().folded.ids()]
  if (ids.length <= 6) {
    await session.create('login', loginEdit(`title ${number(1000)}`, 'secret', 'n'.repeat(1 + number(900))))
    return
  }
  const id = pick(ids)
  await session.trash([id])
  await session.purge([id])
}
