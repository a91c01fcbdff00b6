import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Clock, mergeClocks, toClock } from '../../core/vault/clock.ts'
import { stampDevice } from '../../core/vault/stamp.ts'
import { deviceIdOf, freshDeviceId } from './device-id.ts'
import { checkFreshness, isMarkedInFile, markedClock, markedEpoch, writeMark } from './freshness.ts'
import { createKeychainMark } from './keychain-mark.ts'
import { replaceWithBytes } from './atomic-write.ts'
import { faultyDisk } from './test-support/faulty-disk.ts'
import { memoryDisk } from './test-support/memory-disk.ts'
import { tempFolder } from './test-support/temp-folder.ts'
import { stampOf } from './test-support/test-vault.ts'
import { nodeFs } from './vault-fs.ts'

let folder: string
beforeEach(async () => {
  folder = await tempFolder()
})

const A = 'aaaaaaaa'
const B = 'bbbbbbbb'
const KEY = new Uint8Array(32).fill(5)
const ID = new Uint8Array(16).fill(3)
const clockOf = (...stamps: readonly string[]): Clock => toClock(stamps.map((stamp) => [stampDevice(stamp), stamp]))
const state = (keyEpoch: number, ...stamps: readonly string[]) => ({ vaultId: ID, keyEpoch, clock: clockOf(...stamps) })

describe('freshness', () => {
  test('is unknown at first, and then follows what was seen', async () => {
    const seen = state(1, stampOf(1000, A))
    expect(await checkFreshness({ fs: nodeFs, appFolder: folder }, seen, KEY)).toBe('unknown')
    await writeMark({ fs: nodeFs, appFolder: folder }, seen, KEY)
    expect(await checkFreshness({ fs: nodeFs, appFolder: folder }, seen, KEY)).toBe('fresh')
    expect(
      await checkFreshness({ fs: nodeFs, appFolder: folder }, state(1, stampOf(2000, A), stampOf(5, B)), KEY)
    ).toBe('fresh')
    expect(await checkFreshness({ fs: nodeFs, appFolder: folder }, { ...seen, vaultId: new Uint8Array(16) }, KEY)).toBe(
      'unknown'
    )
    expect(await markedEpoch({ fs: nodeFs, appFolder: folder }, ID)).toBe(1)
  })

  test('is lost in any one device or in the key epoch, and says since when', async () => {
    await writeMark({ fs: nodeFs, appFolder: folder }, state(2, stampOf(3000, A), stampOf(2000, B)), KEY)
    const check = async (epoch: number, ...stamps: readonly string[]) =>
      checkFreshness({ fs: nodeFs, appFolder: folder }, state(epoch, ...stamps), KEY)
    expect(await check(2, stampOf(2500, A), stampOf(2000, B))).toEqual({ rolledBack: true, missingSince: 2500 })
    expect(await check(2, stampOf(9000, A), stampOf(1500, B))).toEqual({ rolledBack: true, missingSince: 2000 })
    expect(await check(2, stampOf(3000, A))).toEqual({ rolledBack: true, missingSince: 2000 })
    expect(await check(1, stampOf(3000, A), stampOf(2000, B))).toEqual({ rolledBack: true, missingSince: 3000 })
    expect(await check(3, stampOf(3000, A), stampOf(2000, B))).toBe('fresh')
    expect(await check(2)).toMatchObject({ rolledBack: true })
  })

  test('is not changed by anyone without the key of the vault', async () => {
    await writeMark({ fs: nodeFs, appFolder: folder }, state(1, stampOf(1000, A)), KEY)
    const path = join(folder, 'marks', `${'03'.repeat(16)}.json`)
    const text = await readFile(path, 'utf8')
    const forged = [
      text.replace(stampOf(1000, A), stampOf(9000, A)),
      text.replace('"keyEpoch":1', '"keyEpoch":7'),
      '{}',
      '',
      'x'.repeat(10)
    ]
    for (const content of forged) {
      await writeFile(path, content)
      expect(await checkFreshness({ fs: nodeFs, appFolder: folder }, state(1, stampOf(500, A)), KEY)).toBe('unknown')
    }
    await writeFile(path, text)
    expect(await checkFreshness({ fs: nodeFs, appFolder: folder }, state(1, stampOf(500, A)), new Uint8Array(32))).toBe(
      'unknown'
    )
    expect(await checkFreshness({ fs: nodeFs, appFolder: folder }, state(1, stampOf(500, A)), KEY)).toMatchObject({
      rolledBack: true
    })
  })

  test('recognises every older copy, and never a file that has all that was seen', async () => {
    const { fs } = memoryDisk()
    const stamps = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom(A, B)), { maxLength: 5 })
      .map((all) => all.map(([time, device]) => stampOf(time, device)))
    await fc.assert(
      fc.asyncProperty(stamps, stamps, async (before, more) => {
        const older = state(1, ...before)
        const newer = { ...older, clock: mergeClocks(older.clock, clockOf(...more)) }
        await writeMark({ fs, appFolder: '/app' }, newer, KEY)
        const isOlder = JSON.stringify(older.clock) !== JSON.stringify(newer.clock)
        const seen = await checkFreshness({ fs, appFolder: '/app' }, older, KEY)
        expect(seen === 'fresh').toBe(!isOlder)
        expect(await checkFreshness({ fs, appFolder: '/app' }, newer, KEY)).toBe('fresh')
      })
    )
  })
})

describe('a mark in the keychain beside that of the file', () => {
  /** What the keychain takes when `seen` is marked. */
  async function marked(seen: ReturnType<typeof state>, key = KEY): Promise<string> {
    const told: string[] = []
    const keychainMark = createKeychainMark(({ mark }) => void told.push(mark))
    await writeMark({ fs: memoryDisk().fs, appFolder: '/app', keychainMark }, seen, key)
    return told.join()
  }

  /** A device with these two marks; null for none. */
  async function device(inFile: string | null, inKeychain: string | null) {
    const { fs } = memoryDisk()
    const keychainMark = createKeychainMark(() => {})
    if (inKeychain !== null) keychainMark.give(inKeychain)
    const path = `/app/marks/${'03'.repeat(16)}.json`
    await fs.mkdir('/app/marks')
    if (inFile !== null) await replaceWithBytes(fs, { path, replace: false }, new TextEncoder().encode(inFile))
    return { fs, appFolder: '/app', keychainMark }
  }

  const seen = state(1, stampOf(2000, A))

  test('counts with it: behind either is rolled back, and a forged one counts as none', async () => {
    const marks = {
      none: null,
      older: await marked(state(1, stampOf(1000, A))),
      equal: await marked(seen),
      newer: await marked(state(1, stampOf(3000, A))),
      forged: await marked(state(1, stampOf(3000, A)), new Uint8Array(32)),
      'of another vault': await marked({ ...state(1, stampOf(3000, A)), vaultId: new Uint8Array(16) }),
      'no mark': '{"format":1}'
    }
    const isNone = (name: string) => ['none', 'forged', 'of another vault', 'no mark'].includes(name)
    for (const [fileName, inFile] of Object.entries(marks)) {
      for (const [keychainName, inKeychain] of Object.entries(marks)) {
        const judged = await checkFreshness(await device(inFile, inKeychain), seen, KEY)
        const names = [fileName, keychainName]
        const older = { rolledBack: true, missingSince: 2000 }
        const expected = names.includes('newer') ? older : names.every(isNone) ? 'unknown' : 'fresh'
        expect([names, judged]).toEqual([names, expected])
      }
    }
  })

  test('knows an older file and an older mark file that were put back together, also by the key epoch alone', async () => {
    const old = state(1, stampOf(1000, A))
    for (const newer of [
      state(1, stampOf(2000, A)),
      state(1, stampOf(1000, A), stampOf(500, B)),
      { ...old, keyEpoch: 2 }
    ]) {
      const places = await device(await marked(old), await marked(newer))
      expect(await checkFreshness(places, old, KEY)).toMatchObject({ rolledBack: true })
      expect(await markedClock(places, ID, KEY)).toEqual(newer.clock)
      expect(await checkFreshness(places, newer, KEY)).toBe('fresh')
    }
  })

  test('is no alarm where it lags, even behind a lower key epoch that was accepted', async () => {
    const before = state(2, stampOf(3000, A))
    const accepted = state(1, stampOf(1000, A), stampOf(4000, B))
    const places = await device(await marked(accepted), await marked(before))
    const withGivenUp = { ...accepted, clock: mergeClocks(accepted.clock, before.clock) }
    expect(await checkFreshness(places, withGivenUp, KEY)).toBe('fresh')
    // Without the word of the vault that it was given up, it is missing.
    expect(await checkFreshness(places, accepted, KEY)).toMatchObject({ rolledBack: true })
  })

  test('does not stand in for the file where it must be known what this device has said', async () => {
    const mark = await marked(seen)
    expect(await isMarkedInFile(await device(null, mark), ID, KEY)).toBe(false)
    expect(await isMarkedInFile(await device(mark, null), ID, KEY)).toBe(true)
  })

  test('is told also where the file cannot be written, and not where it is too large for every keychain', async () => {
    const told: string[] = []
    const keychainMark = createKeychainMark(({ vaultId }) => void told.push(vaultId))
    const full = faultyDisk(memoryDisk().fs, 0, 'NO_SPACE').fs
    await expect(writeMark({ fs: full, appFolder: '/app', keychainMark }, seen, KEY)).rejects.toThrow()
    expect(told).toEqual(['03'.repeat(16)])
    const devices = Array.from({ length: 100 }, (_, n) => stampOf(1000, n.toString(16).padStart(8, '0')))
    await writeMark({ fs: memoryDisk().fs, appFolder: '/app', keychainMark }, state(1, ...devices), KEY)
    expect(told).toHaveLength(1)
  })
})

describe('a device id', () => {
  const here = async () => 'this machine'

  test('stays, until a fresh one is asked for', async () => {
    const id = await deviceIdOf(nodeFs, join(folder, 'app'), here)
    expect(id).toMatch(/^[0-9a-f]{8}$/)
    expect(await deviceIdOf(nodeFs, join(folder, 'app'), here)).toBe(id)
    const fresh = await freshDeviceId(nodeFs, join(folder, 'app'), here)
    expect(fresh).not.toBe(id)
    expect(await deviceIdOf(nodeFs, join(folder, 'app'), here)).toBe(fresh)
  })

  test('is always eight digits', async () => {
    const { fs } = memoryDisk()
    for (let count = 0; count < 40; count++) expect(await freshDeviceId(fs, '/app', here)).toMatch(/^[0-9a-f]{8}$/)
  })

  test('is another one in a profile that was copied to another machine, or whose file is damaged', async () => {
    const id = await deviceIdOf(nodeFs, folder, here)
    const copied = await deviceIdOf(nodeFs, folder, async () => 'another machine')
    expect(copied).not.toBe(id)
    const path = join(folder, 'device.json')
    const text = await readFile(path, 'utf8')
    expect(text).not.toContain('this machine')
    await writeFile(path, text.slice(0, 20))
    expect(await deviceIdOf(nodeFs, folder, here)).toMatch(/^[0-9a-f]{8}$/)
  })

  test('is bound to the machine by something that does not change', async () => {
    const id = await deviceIdOf(nodeFs, folder)
    expect(await deviceIdOf(nodeFs, folder)).toBe(id)
  })
})

test('without a mark no epoch is known, and a mark that has seen nothing has no date to name', async () => {
  const appFolder = await tempFolder()
  const state = { vaultId: new Uint8Array(16).fill(6), keyEpoch: 4, clock: {} }
  const key = new Uint8Array(32).fill(1)
  expect(await markedEpoch({ fs: nodeFs, appFolder }, state.vaultId)).toBeNull()
  expect(await markedClock({ fs: nodeFs, appFolder }, state.vaultId, key)).toBeNull()
  await writeMark({ fs: nodeFs, appFolder }, state, key)
  expect(await markedEpoch({ fs: nodeFs, appFolder }, state.vaultId)).toBe(4)
  expect(await checkFreshness({ fs: nodeFs, appFolder }, { ...state, keyEpoch: 3 }, key)).toEqual({
    rolledBack: true,
    missingSince: 0
  })
})
