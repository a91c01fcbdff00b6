import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createGuardedClipboard, type ClearReason } from './guarded-clipboard.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp({ seconds = 30, unreadable = false } = {}) {
  const system = { text: '', writes: 0 }
  const cleared: ClearReason[] = []
  let gate: Promise<void> = Promise.resolve()
  const guarded = createGuardedClipboard(
    {
      async writeConcealed(text) {
        await gate
        system.text = text
        system.writes += 1
      },
      readText: () => (unreadable ? Promise.reject(new Error('no clipboard')) : Promise.resolve(system.text)),
      clear: () => {
        system.text = ''
      }
    },
    () => seconds,
    (reason) => void cleared.push(reason)
  )
  return { guarded, system, cleared, holdWrites: (until: Promise<void>) => (gate = until) }
}

describe('copy a concealed value', () => {
  test('tells when it will be cleared, and clears it then', async () => {
    const { guarded, system, cleared } = setUp({ seconds: 20 })
    expect(await guarded.copy('hunter2')).toEqual({ clearsAt: Date.now() + 20_000 })
    await vi.advanceTimersByTimeAsync(19_999)
    expect(system.text).toBe('hunter2')
    await vi.advanceTimersByTimeAsync(1)
    expect(system.text).toBe('')
    expect(cleared).toEqual(['time'])
  })

  test('leaves alone what the user has copied since', async () => {
    const { guarded, system, cleared } = setUp()
    await guarded.copy('hunter2')
    system.text = 'a shopping list'
    await vi.advanceTimersByTimeAsync(30_000)
    expect(system.text).toBe('a shopping list')
    expect(cleared).toEqual(['replaced'])
  })

  test('clears at once when asked and when the vault locks, and only once', async () => {
    for (const reason of ['asked', 'lock'] as const) {
      const { guarded, system, cleared } = setUp()
      await guarded.copy('hunter2')
      await guarded.clear(reason)
      expect(system.text).toBe('')
      await guarded.clear(reason)
      await vi.advanceTimersByTimeAsync(60_000)
      expect(cleared).toEqual([reason])
    }
  })

  test('a second copy starts the time anew', async () => {
    const { guarded, system, cleared } = setUp()
    await guarded.copy('first')
    await vi.advanceTimersByTimeAsync(20_000)
    await guarded.copy('second')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(system.text).toBe('second')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(system.text).toBe('')
    expect(cleared).toEqual(['time'])
  })

  test('a lock while the copy is being written finds the copy and clears it', async () => {
    const { guarded, system, holdWrites } = setUp()
    let release: () => void = () => {}
    holdWrites(new Promise((resolve) => (release = resolve)))
    const copied = guarded.copy('hunter2')
    const locked = guarded.clear('lock')
    release()
    await Promise.all([copied, locked])
    expect(system.writes).toBe(1)
    expect(system.text).toBe('')
  })

  test('a clipboard that cannot be read is cleared rather than left with a password', async () => {
    const { guarded, system } = setUp({ unreadable: true })
    await guarded.copy('hunter2')
    await guarded.clear('lock')
    expect(system.text).toBe('')
  })

  test('nothing of ours to clear is no news', async () => {
    const { guarded, system, cleared } = setUp()
    system.text = 'not ours'
    await guarded.clear('lock')
    expect(system.text).toBe('not ours')
    expect(cleared).toEqual([])
  })
})
