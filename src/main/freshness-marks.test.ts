import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFreshnessMarks } from './freshness-marks.ts'

const ID = '0f'.repeat(16)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp(glance: () => Promise<string | null> = async () => null) {
  const kept: string[] = []
  const keychain = {
    glance: vi.fn(glance),
    keep: vi.fn(
      async (service: string, account: string, value: string) => void kept.push([service, account, value].join())
    )
  }
  return { marks: createFreshnessMarks(keychain), keychain, kept }
}

test('a burst of saves becomes one entry of the keychain, with the newest mark', async () => {
  const { marks, kept } = setUp()
  for (const mark of ['one', 'two', 'three']) marks.keep({ vaultId: ID, mark })
  await vi.advanceTimersByTimeAsync(1900)
  expect(kept).toEqual([])
  await vi.advanceTimersByTimeAsync(200)
  expect(kept).toEqual([`Coffer freshness,${ID},three`])
  marks.keep({ vaultId: ID, mark: 'four' })
  await vi.advanceTimersByTimeAsync(2100)
  expect(kept).toHaveLength(2)
})

test('locking writes what waits at once, and nothing that is there already', async () => {
  const { marks, kept } = setUp(async () => 'one')
  expect(await marks.find(ID)).toBe('one')
  marks.keep({ vaultId: ID, mark: 'one' })
  await marks.flush()
  expect(kept).toEqual([])
  marks.keep({ vaultId: ID, mark: 'two' })
  await marks.flush()
  expect(kept).toEqual([`Coffer freshness,${ID},two`])
  await vi.advanceTimersByTimeAsync(5000)
  expect(kept).toHaveLength(1)
})

test('a keychain that hangs holds unlocking and quitting up for a second', async () => {
  const never = () => new Promise<never>(() => {})
  const { marks, keychain } = setUp(never)
  keychain.keep.mockImplementation(never)
  const found = marks.find(ID)
  await vi.advanceTimersByTimeAsync(1000)
  expect(await found).toBe(null)
  marks.keep({ vaultId: ID, mark: 'one' })
  const flushed = marks.flush()
  await vi.advanceTimersByTimeAsync(1000)
  expect(await flushed).toBe(undefined)
})

test('a keychain that refuses is not asked again, and what is no mark is none', async () => {
  const { marks, keychain } = setUp(async () => 'x'.repeat(2561))
  expect(await marks.find(ID)).toBe(null)
  keychain.keep.mockRejectedValue(new Error('locked'))
  for (const mark of ['one', 'two']) {
    marks.keep({ vaultId: ID, mark })
    await marks.flush()
  }
  expect(keychain.keep).toHaveBeenCalledTimes(1)
})
