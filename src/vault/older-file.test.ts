import { copyFile, cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Environment } from './environment.ts'
import { makeBackup } from './make-backup.ts'
import { createKeychainMark } from './storage/keychain-mark.ts'
import { createVault } from './create-vault.ts'
import { openVault } from './open-vault.ts'
import { recoverVault } from './recover-vault.ts'
import { restoreBackup } from './restore-backup.ts'
import { salvageVault } from './salvage-vault.ts'
import type { Session } from './session.ts'
import { eachInItsFolder, NEXT, PASSWORD, quickEnvironment } from './test-support/quick-environment.ts'

const place = eachInItsFolder()
const credential = { masterPassword: PASSWORD }
const note = (title: string) => ({ title, fields: [] })

const open = (environment: Environment, more: { acceptOlder?: boolean; lenient?: boolean } = {}): Promise<Session> =>
  openVault(environment, { path: place().path, credential, mode: 'write', ...more })

const restoredClocks = (session: Session) =>
  [...session.store.opened().folded.vaultProperties()]
    .filter(([name]) => name.startsWith('restored:'))
    .map(([, { value }]) => value)

/** The vault as it was before its last two saves stands in its place; `clock` is what was there. */
async function rolledBack(other: Environment | null = null) {
  const { environment, path } = place()
  const { session } = await createVault(environment, { path, name: 'Mine', masterPassword: PASSWORD })
  await session.create('note', note('first'))
  const before = await readFile(path)
  await session.create('note', note('second'))
  await session.lock()
  if (other !== null) await (await open(other)).lock()
  const last = await open(environment)
  const clock = Object.values(last.store.opened().folded.clock).toSorted()
  await last.lock()
  await writeFile(path, before)
  return { environment, clock }
}

describe('an older file that is accepted', () => {
  test('says in the vault what is given up: the clock that this device had seen', async () => {
    const { environment, clock } = await rolledBack()
    const shown = await open(environment, { lenient: true })
    expect(shown.view()).toMatchObject({ readOnly: true, notices: [{ kind: 'rolledBack' }] })
    expect(restoredClocks(shown)).toEqual([])
    await shown.lock()
    const accepted = await open(environment, { acceptOlder: true })
    expect(restoredClocks(accepted)).toEqual([clock])
    expect(accepted.view()).toMatchObject({ readOnly: false, notices: [] })
    await accepted.create('note', note('goes on'))
    await accepted.lock()
    const calm = await open(environment)
    expect(calm.view().notices).toEqual([])
    await calm.lock()
  })

  test('does not alarm another device that had seen the same, and does when what was accepted is taken back', async () => {
    const other = quickEnvironment(join(place().folder, 'other'))
    const { environment } = await rolledBack(other)
    const rolled = await readFile(place().path)
    const accepted = await open(environment, { acceptOlder: true })
    await accepted.lock()
    const there = await open(other)
    expect(there.view().notices).toEqual([])
    await there.lock()
    await writeFile(place().path, rolled)
    for (const device of [environment, other]) {
      await expect(open(device)).rejects.toMatchObject({ code: 'VAULT_ROLLED_BACK' })
    }
  })

  test('a fork that lacks one device and has news of another is an older file too', async () => {
    const { environment, path, folder } = place()
    const { session } = await createVault(environment, { path, name: 'Mine', masterPassword: PASSWORD })
    await session.lock()
    const copy = join(folder, 'copy.coffer')
    await copyFile(path, copy)
    const later = await open(environment)
    await later.create('note', note('here'))
    await later.lock()
    const other = quickEnvironment(join(folder, 'other'))
    const fork = await openVault(other, { path: copy, credential, mode: 'write' })
    await fork.create('note', note('there'))
    await fork.lock()
    await copyFile(copy, path)
    await expect(open(environment)).rejects.toMatchObject({ code: 'VAULT_ROLLED_BACK' })
    const accepted = await open(environment, { acceptOlder: true })
    await accepted.lock()
    await (await open(environment)).lock()
    await (await open(other)).lock()
  })
})

describe('a device whose vault, app folder and all were put back', () => {
  test('knows it by the keychain, which is given up with the rest when the older file is accepted', async () => {
    const { path, folder } = place()
    const told: string[] = []
    const keychainMark = createKeychainMark(({ mark }) => void told.push(mark))
    const environment: Environment = { ...quickEnvironment(join(folder, 'app')), keychainMark }
    const { session } = await createVault(environment, { path, name: 'Mine', masterPassword: PASSWORD })
    await session.create('note', note('first'))
    await session.lock()
    await copyFile(path, `${path}.old`)
    await cp(join(folder, 'app'), join(folder, 'app.old'), { recursive: true })
    const later = await open(environment)
    await later.create('note', note('second'))
    await later.lock()
    await copyFile(`${path}.old`, path)
    await cp(join(folder, 'app.old'), join(folder, 'app'), { recursive: true })
    // The mark file went back with the vault, and sees nothing.
    const shown = await open(quickEnvironment(join(folder, 'app')), { lenient: true })
    expect(shown.view().notices).toEqual([])
    await shown.lock()
    await cp(join(folder, 'app.old'), join(folder, 'app'), { recursive: true })
    const lagging = told.at(-1) ?? ''
    keychainMark.give(lagging)
    await expect(open(environment)).rejects.toMatchObject({ code: 'VAULT_ROLLED_BACK' })
    const accepted = await open(environment, { acceptOlder: true })
    expect(accepted.view()).toMatchObject({ readOnly: false, notices: [] })
    await accepted.lock()
    // The keychain still says what it said.
    const calm = await open(environment)
    expect(calm.view().notices).toEqual([])
    await calm.lock()
  })
})

describe('a restored or salvaged vault', () => {
  test('goes on from an automatic backup, which is older than the vault was', async () => {
    const { environment, path } = place()
    const { session } = await createVault(environment, { path, name: 'Mine', masterPassword: PASSWORD })
    await session.create('note', note('first'))
    const { path: backup } = await makeBackup(environment, session)
    await session.create('note', note('second'))
    const clock = Object.values(session.store.opened().folded.clock).toSorted()
    await session.lock()
    const { session: restored } = await restoreBackup(environment, { backup, target: path, password: PASSWORD })
    expect(restored.view()).toMatchObject({ items: 1, readOnly: false, notices: [] })
    expect(restoredClocks(restored)).toEqual([clock])
    await restored.lock()
    await (await open(environment)).lock()
  })

  test('is not called older for what salvage could not save', async () => {
    const { environment, path, folder } = place()
    const { session } = await createVault(environment, { path, name: 'Mine', masterPassword: PASSWORD })
    await session.create('note', note('first'))
    const { size } = session.store.opened().file.tip
    await session.create('note', note('second'))
    await session.lock()
    const bytes = await readFile(path)
    bytes.fill(0, size + 20, size + 60)
    await writeFile(path, bytes)
    const target = join(folder, 'salvaged.coffer')
    expect(await salvageVault(environment, { path, target, credential })).toMatchObject({ items: 1, lostFrames: 1 })
    const salvaged = await openVault(environment, { path: target, credential, mode: 'write' })
    expect(salvaged.view()).toMatchObject({ items: 1, readOnly: false, notices: [] })
    await salvaged.lock()
  })
})

describe('a vault that this device has no mark of', () => {
  test('is said to be of unknown freshness, once', async () => {
    const { environment } = await rolledBack()
    const other = quickEnvironment(join(place().folder, 'other'))
    const first = await open(other)
    expect(first.view().notices).toEqual([{ kind: 'freshnessUnknown' }])
    await first.lock()
    const second = await open(other)
    expect(second.view().notices).toEqual([])
    await second.lock()
    expect(environment).toBeDefined()
  })

  test('gets a device id of its own when the mark was lost, and keeps it', async () => {
    const { environment } = await rolledBack()
    const device = async () => (await readFile(join(environment.appFolder, 'device.json'), 'utf8')).slice(0, 40)
    const before = await device()
    await rm(join(environment.appFolder, 'marks'), { recursive: true })
    await (await open(environment)).lock()
    const after = await device()
    expect(after).not.toBe(before)
    await (await open(environment)).lock()
    expect(await device()).toBe(after)
  })
})

describe('where the vault and the mark file were put back together', () => {
  /** The keychain alone knows better; `putBack` can be done again. */
  async function putBackTogether() {
    const { path, folder } = place()
    const told: string[] = []
    const keychainMark = createKeychainMark(({ mark }) => void told.push(mark))
    const environment: Environment = { ...quickEnvironment(join(folder, 'app')), keychainMark }
    const request = { path, name: 'Mine', masterPassword: PASSWORD }
    const { session, recoveryPhrase } = await createVault(environment, request)
    await session.create('note', note('first'))
    const { path: backup } = await makeBackup(environment, session)
    await session.lock()
    await copyFile(path, `${path}.old`)
    await cp(join(folder, 'app'), join(folder, 'app.old'), { recursive: true })
    const later = await open(environment)
    await later.create('note', note('second'))
    await later.lock()
    await copyFile(`${path}.old`, path)
    await cp(join(folder, 'app.old'), join(folder, 'app'), { recursive: true })
    keychainMark.give(told.at(-1) ?? '')
    return { environment, path, folder, backup, phrase: recoveryPhrase.join(' ') }
  }

  test('the recovery phrase is told so, and goes on from the older file when it is accepted', async () => {
    const { environment, path, phrase } = await putBackTogether()
    const before = await readFile(path)
    const recover = (acceptOlder?: boolean) =>
      recoverVault(environment, { path, phrase, newMasterPassword: NEXT, acceptOlder })
    await expect(recover()).rejects.toMatchObject({
      code: 'VAULT_ROLLED_BACK',
      detail: { missingSince: expect.any(Number) }
    })
    expect(await readFile(path)).toEqual(before)
    const { session } = await recover(true)
    expect(session.view()).toMatchObject({ items: 1, readOnly: false, notices: [] })
    await session.lock()
    await (await openVault(environment, { path, credential: { masterPassword: NEXT }, mode: 'write' })).lock()
  })

  test('restoring a backup and salvage say since when saves are missing, and the next opening is calm', async () => {
    const { environment, path, folder, backup } = await putBackTogether()
    const target = join(folder, 'salvaged.coffer')
    expect(await salvageVault(environment, { path, target, credential })).toMatchObject({
      lostFrames: 0,
      missingSince: expect.any(Number)
    })
    const request = { backup, target: path, password: PASSWORD }
    const { session, missingSince } = await restoreBackup(environment, request)
    expect(missingSince).toBeGreaterThan(0)
    await session.lock()
    await (await open(environment)).lock()
  })

  test('a backup of now lacks nothing', async () => {
    const { environment, path } = place()
    const { session } = await createVault(environment, { path, name: 'Mine', masterPassword: PASSWORD })
    await session.create('note', note('first'))
    const { path: backup } = await makeBackup(environment, session)
    await session.lock()
    const { session: restored, missingSince } = await restoreBackup(environment, {
      backup,
      target: path,
      password: PASSWORD
    })
    expect(missingSince).toBe(null)
    await restored.lock()
  })
})
