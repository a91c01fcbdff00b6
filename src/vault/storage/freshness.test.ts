import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Clock, mergeClocks, toClock } from '../../core/vault/clock.ts'
import { stampDevice } from '../../core/vault/stamp.ts'
import { deviceIdOf, freshDeviceId } from './device-id.ts'
import { checkFreshness, markedEpoch, writeMark } from './freshness.ts'
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
    expect(await checkFreshness(nodeFs, folder, seen, KEY)).toBe('unknown')
    await writeMark(nodeFs, folder, seen, KEY)
    expect(await checkFreshness(nodeFs, folder, seen, KEY)).toBe('fresh')
    expect(await checkFreshness(nodeFs, folder, state(1, stampOf(2000, A), stampOf(5, B)), KEY)).toBe('fresh')
    expect(await checkFreshness(nodeFs, folder, { ...seen, vaultId: new Uint8Array(16) }, KEY)).toBe('unknown')
    expect(await markedEpoch(nodeFs, folder, ID)).toBe(1)
  })

  test('is lost in any one device or in the key epoch, and says since when', async () => {
    await writeMark(nodeFs, folder, state(2, stampOf(3000, A), stampOf(2000, B)), KEY)
    const check = async (epoch: number, ...stamps: readonly string[]) =>
      checkFreshness(nodeFs, folder, state(epoch, ...stamps), KEY)
    expect(await check(2, stampOf(2500, A), stampOf(2000, B))).toEqual({ rolledBack: true, missingSince: 2500 })
    expect(await check(2, stampOf(9000, A), stampOf(1500, B))).toEqual({ rolledBack: true, missingSince: 2000 })
    expect(await check(2, stampOf(3000, A))).toEqual({ rolledBack: true, missingSince: 2000 })
    expect(await check(1, stampOf(3000, A), stampOf(2000, B))).toEqual({ rolledBack: true, missingSince: 3000 })
    expect(await check(3, stampOf(3000, A), stampOf(2000, B))).toBe('fresh')
    expect(await check(2)).toMatchObject({ rolledBack: true })
  })

  test('is not changed by anyone without the key of the vault', async () => {
    await writeMark(nodeFs, folder, state(1, stampOf(1000, A)), KEY)
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
      expect(await checkFreshness(nodeFs, folder, state(1, stampOf(500, A)), KEY)).toBe('unknown')
    }
    await writeFile(path, text)
    expect(await checkFreshness(nodeFs, folder, state(1, stampOf(500, A)), new Uint8Array(32))).toBe('unknown')
    expect(await checkFreshness(nodeFs, folder, state(1, stampOf(500, A)), KEY)).toMatchObject({ rolledBack: true })
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
        await writeMark(fs, '/app', newer, KEY)
        const isOlder = JSON.stringify(older.clock) !== JSON.stringify(newer.clock)
        const seen = await checkFreshness(fs, '/app', older, KEY)
        expect(seen === 'fresh').toBe(!isOlder)
        expect(await checkFreshness(fs, '/app', newer, KEY)).toBe('fresh')
      })
    )
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
  expect(await markedEpoch(nodeFs, appFolder, state.vaultId)).toBeNull()
  await writeMark(nodeFs, appFolder, state, key)
  expect(await markedEpoch(nodeFs, appFolder, state.vaultId)).toBe(4)
  expect(await checkFreshness(nodeFs, appFolder, { ...state, keyEpoch: 3 }, key)).toEqual({
    rolledBack: true,
    missingSince: 0
  })
})
