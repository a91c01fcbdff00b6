import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { VaultError } from '../../core/errors.ts'
import { outdatedBackups } from './backup-retention.ts'
import { backupFolder, listBackups, makeBackup } from './backups.ts'
import { tempFolder } from './test-support/temp-folder.ts'
import {
  asSource,
  contentsFor,
  createTestVault,
  items,
  openTestVault,
  readBack,
  testKeys
} from './test-support/test-vault.ts'
import { nodeFs, type VaultFs } from './vault-fs.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
const NOW = Date.UTC(2026, 10, 25, 12)

describe('retention', () => {
  const kept = (times: readonly number[], now = NOW): number[] => {
    const outdated = new Set(outdatedBackups(times, now))
    return times.filter((time) => !outdated.has(time)).toSorted((a, b) => b - a)
  }

  test('keeps the newest ten however old they are', () => {
    const times = Array.from({ length: 10 }, (_, index) => NOW - 900 * DAY - index)
    expect(outdatedBackups(times, NOW)).toEqual([])
    expect(outdatedBackups([...times, NOW - 1000 * DAY], NOW)).toEqual([NOW - 1000 * DAY])
  })

  test('keeps one a day for 14 days and one a week for 8 weeks behind them', () => {
    const hourly = Array.from({ length: 24 * 100 }, (_, index) => NOW - index * HOUR)
    const left = kept(hourly)
    expect(left.slice(0, 10)).toEqual(hourly.slice(0, 10))
    const days = new Set(left.map((time) => Math.floor(time / DAY)))
    for (let day = 0; day < 14; day++) expect(days).toContain(Math.floor(NOW / DAY) - day)
    const weeks = new Set(left.map((time) => Math.floor(time / (7 * DAY))))
    expect(weeks.size).toBe(8)
    expect(left.length).toBeLessThanOrEqual(10 + 14 + 8)
    expect(left.at(-1)).toBeGreaterThan(NOW - 57 * DAY)
  })

  test('counts those from the future apart, in whatever order they are told', () => {
    const future = Array.from({ length: 12 }, (_, index) => NOW + (index + 1) * HOUR)
    const [today, earlier] = [NOW - HOUR, NOW - 2 * HOUR]
    expect(outdatedBackups([earlier, ...future, today], NOW)).toEqual([earlier])
  })

  test('day by day, always has one of each of the last days and weeks', () => {
    let times: number[] = []
    for (let now = NOW; now < NOW + 120 * DAY; now += 8 * HOUR) times = kept([...times, now], now)
    const last = NOW + 120 * DAY - 8 * HOUR
    for (let day = 0; day < 14; day++)
      expect(times.some((time) => Math.floor(time / DAY) === Math.floor(last / DAY) - day)).toBe(true)
    for (let week = 0; week < 8; week++)
      expect(times.some((time) => Math.floor(time / (7 * DAY)) === Math.floor(last / (7 * DAY)) - week)).toBe(true)
  })

  test('never removes the newest, nor one from the future, nor one twice', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: NOW - 200 * DAY, max: NOW + 5 * DAY }), { maxLength: 60 }),
        (times) => {
          const outdated = outdatedBackups(times, NOW)
          expect(new Set(outdated).size).toBe(outdated.length)
          for (const time of outdated)
            expect(time).toBeLessThan(Math.min(NOW, ...times.toSorted((a, b) => b - a).slice(0, 10)))
        }
      )
    )
  })
})

describe('automatic backups', () => {
  const made = testKeys()
  const other = testKeys()
  let vaultPath: string
  beforeEach(async () => {
    vaultPath = join(await tempFolder(), 'Work.coffer')
    await createTestVault(nodeFs, made, items(1, 30), vaultPath)
  })

  const backUp = async (now: number, keys = made, path = vaultPath) => {
    const opened = await openTestVault(nodeFs, keys, 'read', { path })
    try {
      return await makeBackup(
        nodeFs,
        { vaultPath: path, vaultId: keys.head.header.vaultId },
        keys.head,
        keys.keys,
        asSource(opened),
        { now }
      )
    } finally {
      await opened.file.close()
    }
  }
  const placeOf = (keys = made) => ({ vaultPath, vaultId: keys.head.header.vaultId })

  test("open with the vault's own keys, and say what was in them when they were checked", async () => {
    const backup = await backUp(NOW)
    expect(backup).toMatchObject({ at: NOW, items: 30, verifiedAt: NOW })
    expect(backup.path).toBe(join(vaultPath, '../Work backups/Work 2026-11-25T12-00-00.000Z.coffer'))
    expect(await readBack(nodeFs, made, backup.path)).toEqual(contentsFor(items(1, 30)))
    expect(await listBackups(nodeFs, placeOf())).toEqual([backup])
  })

  test('are listed newest first, also without the vault, and not in place of each other', async () => {
    const [first, second] = [await backUp(NOW), await backUp(NOW + 1)]
    expect(await listBackups(nodeFs, placeOf())).toEqual([second, first])
    expect(await listBackups(nodeFs, { vaultPath })).toEqual([second, first])
    await expect(backUp(NOW)).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
    expect(await listBackups(nodeFs, { vaultPath: join(vaultPath, '../None.coffer') })).toEqual([])
  })

  test('go when their time is over, and nothing else in the folder does', async () => {
    const folder = backupFolder({ vaultPath })
    const old = await backUp(NOW - 300 * DAY)
    // Somebody's own copy under such a name, another vault's, and a note without a backup.
    const copy = join(folder, 'Work 2025-01-01T00-00-00.000Z.coffer')
    await writeFile(copy, 'my own')
    await writeFile(join(folder, 'readme.txt'), 'mine')
    for (let count = 0; count < 12; count++) await backUp(NOW - 200 * DAY + count)
    const names = await nodeFs.readdir(folder)
    expect(names).not.toContain('Work 2026-01-29T12-00-00.000Z.coffer')
    expect(await nodeFs.stat(old.path)).toBeNull()
    expect(await nodeFs.stat(`${old.path}.json`)).toBeNull()
    expect(names).toContain('readme.txt')
    expect(names).toContain('Work 2025-01-01T00-00-00.000Z.coffer')
    expect((await listBackups(nodeFs, placeOf())).find(({ path }) => path === copy)).toMatchObject({
      items: null,
      verifiedAt: null
    })
    expect(names.filter((name) => name.endsWith('.coffer'))).toHaveLength(11)
  })

  test('of another vault that had the same name are left to it', async () => {
    const theirs = await backUp(NOW - 300 * DAY)
    await nodeFs.unlink(vaultPath)
    await createTestVault(nodeFs, other, items(1, 2), vaultPath)
    for (let count = 0; count < 12; count++) await backUp(NOW + count, other)
    expect(await nodeFs.stat(theirs.path)).not.toBeNull()
    expect((await listBackups(nodeFs, placeOf(other))).map(({ items: count }) => count)).toEqual(
      Array.from({ length: 10 }, () => 2)
    )
  })

  test('whose length changed since are no longer called verified', async () => {
    const backup = await backUp(NOW)
    await writeFile(backup.path, 'cut')
    expect(await listBackups(nodeFs, placeOf())).toEqual([{ ...backup, bytes: 3, verifiedAt: null }])
  })

  test('are not those of a vault whose name goes on', async () => {
    const backup = await backUp(NOW)
    const folder = backupFolder({ vaultPath })
    for (const name of ['Work x2026-11-25T12-00-00.000Z.coffer', 'Work 2026-11-25T12-00-00.000Z.coffer.old'])
      await writeFile(join(folder, name), 'x')
    expect(await listBackups(nodeFs, placeOf())).toEqual([backup])
    expect(backupFolder({ vaultPath: '/v/my.coffer.old' })).toBe(join('/v', 'my.coffer.old backups'))
  })

  test('do not stay without the note by which they would go again, and a note that was left is no hindrance', async () => {
    const opened = await openTestVault(nodeFs, made, 'read', { path: vaultPath })
    const refusing: VaultFs = {
      ...nodeFs,
      rename: async (from, to) =>
        to.endsWith('.json') ? Promise.reject(new VaultError('NO_SPACE')) : nodeFs.rename(from, to),
      link: async (from, to) =>
        to.endsWith('.json') ? Promise.reject(new VaultError('NO_SPACE')) : nodeFs.link(from, to)
    }
    const make = async (fs: VaultFs) => makeBackup(fs, placeOf(), made.head, made.keys, asSource(opened), { now: NOW })
    await expect(make(refusing)).rejects.toMatchObject({ code: 'NO_SPACE' })
    expect(await nodeFs.readdir(backupFolder({ vaultPath }))).toEqual([])
    await writeFile(join(backupFolder({ vaultPath }), 'Work 2026-11-25T12-00-00.000Z.coffer.json'), 'left')
    expect(await make(nodeFs)).toMatchObject({ items: 30 })
    await opened.file.close()
  })

  test('in a folder that cannot be listed are told as such, and one that goes meanwhile is none', async () => {
    await backUp(NOW)
    for (const error of [new VaultError('PERMISSION'), Object.assign(new TypeError('a slip'), { code: 'NOT_FOUND' })])
      await expect(listBackups({ ...nodeFs, readdir: async () => Promise.reject(error) }, placeOf())).rejects.toBe(
        error
      )
    expect(await listBackups({ ...nodeFs, stat: async () => null }, placeOf())).toEqual([])
  })

  test('carry the present time unless another is given, and a folder of such a name is none', async () => {
    const opened = await openTestVault(nodeFs, made, 'read', { path: vaultPath })
    const before = Date.now()
    const { at } = await makeBackup(nodeFs, placeOf(), made.head, made.keys, asSource(opened))
    await opened.file.close()
    expect(at).toBeGreaterThanOrEqual(before)
    await nodeFs.mkdir(join(backupFolder({ vaultPath }), 'Work 2025-01-01T00-00-00.000Z.coffer'))
    expect((await listBackups(nodeFs, placeOf())).map((backup) => backup.at)).toEqual([at])
  })
})
