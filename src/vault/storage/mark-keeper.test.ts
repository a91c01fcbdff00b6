import { describe, expect, test } from 'vitest'
import { toClock } from '../../core/vault/clock.ts'
import { checkFreshness } from './freshness.ts'
import { createMarkKeeper } from './mark-keeper.ts'
import { faultyDisk } from './test-support/faulty-disk.ts'
import { memoryDisk } from './test-support/memory-disk.ts'
import { stampOf } from './test-support/test-vault.ts'

const KEY = new Uint8Array(32).fill(5)
const state = (time: number) => ({
  vaultId: new Uint8Array(16).fill(3),
  keyEpoch: 1,
  clock: toClock([['aaaaaaaa', stampOf(time)]])
})

describe('marks of many saves in a row', () => {
  test('end with the last one, and are fewer than the saves', async () => {
    const counted = faultyDisk(memoryDisk().fs, Infinity, 'IO')
    const keeper = createMarkKeeper(counted.fs, '/app', KEY)
    for (let time = 1; time <= 50; time++) keeper.note(state(time))
    await keeper.settled()
    expect(await checkFreshness(counted.fs, '/app', state(50), KEY)).toBe('fresh')
    expect(await checkFreshness(counted.fs, '/app', state(49), KEY)).toMatchObject({ rolledBack: true })
    expect(counted.names.filter((name) => name === 'rename').length).toBeLessThan(5)
    keeper.note(state(60))
    await keeper.settled()
    expect(await checkFreshness(counted.fs, '/app', state(59), KEY)).toMatchObject({ rolledBack: true })
  })

  test('that cannot be written leave the one before', async () => {
    const disk = memoryDisk()
    const keeper = createMarkKeeper(disk.fs, '/app', KEY)
    keeper.note(state(1))
    await keeper.settled()
    const failing = createMarkKeeper(faultyDisk(disk.fs, 0, 'kill').fs, '/app', KEY)
    failing.note(state(2))
    await failing.settled()
    expect(await checkFreshness(disk.fs, '/app', state(1), KEY)).toBe('fresh')
    expect(await checkFreshness(disk.fs, '/app', state(0), KEY)).toMatchObject({ rolledBack: true })
  })
})
