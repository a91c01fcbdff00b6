import { describe, expect, test } from 'vitest'
import { createClipboardWatchdog, type WatchdogProcess } from './clipboard-watchdog.ts'
import { createGuardedClipboard } from './guarded-clipboard.ts'
import { hashLine, isHashOf, parseHashLine, saltedHash } from './salted-hash.ts'
import { watchClipboard } from './watch-clipboard.ts'

/** Watchdogs as lists of what they were told; `end` is that of the process. */
function kennel() {
  const all: { told: string; end: () => void }[] = []
  const start = (): WatchdogProcess => {
    const mine = { told: '', end: () => {} }
    all.push(mine)
    const write = (text: string) => void (mine.told += text)
    return { stdin: { write, end: write, on: () => {} }, once: (event, end) => event === 'exit' && (mine.end = end) }
  }
  return { all, watchdog: createClipboardWatchdog(start) }
}

async function watch(chunks: readonly string[], clipboard: { text: string }, between: () => void = () => {}) {
  async function* input() {
    yield* chunks
  }
  const pauses: number[] = []
  await watchClipboard(
    input(),
    { readText: async () => clipboard.text, clear: () => void (clipboard.text = '') },
    async (pause) => {
      pauses.push(pause)
      between()
    }
  )
  return pauses
}

describe('the watchdog', () => {
  const line = hashLine(saltedHash('hunter2'))

  test('clears what was copied last when its pipe ends without a word', async () => {
    const clipboard = { text: 'hunter2' }
    await watch([hashLine(saltedHash('before')), line.slice(0, 10), line.slice(10), 'torn'], clipboard)
    expect(clipboard.text).toBe('')
  })

  test('leaves alone what somebody else copied, and all once it is told that nothing is left', async () => {
    for (const [chunks, text] of [
      [[line], 'a shopping list'],
      [[line, 'done\n'], 'hunter2'],
      [[], 'hunter2'],
      [['x'.repeat(10_000), line.slice(0, 90)], 'hunter2']
    ] as const) {
      const clipboard = { text }
      await watch(chunks, clipboard)
      expect(clipboard.text).toBe(text)
    }
  })

  test('finds it too when a clipboard manager puts it back a moment later', async () => {
    const clipboard = { text: '' }
    let looks = 0
    await watch([line], clipboard, () => {
      looks += 1
      if (looks === 3) clipboard.text = 'hunter2'
    })
    expect([looks, clipboard.text]).toEqual([4, ''])
  })

  test('clears what cannot be read', async () => {
    let cleared = 0
    const clipboard = { readText: () => Promise.reject(new Error('no')), clear: () => void (cleared += 1) }
    async function* input() {
      yield line
      throw new Error('the pipe broke')
    }
    await watchClipboard(input(), clipboard, async () => {})
    expect(cleared).toBeGreaterThan(0)
  })
})

describe('copies', () => {
  const system = { writeConcealed: async () => {}, readText: async () => 'hunter2', clear: () => {} }
  const guarded = (parts: Partial<typeof system>, watchdog = kennel()) => ({
    ...watchdog,
    clipboard: createGuardedClipboard(
      { ...system, ...parts },
      () => 30,
      () => {},
      watchdog.watchdog
    )
  })

  test('are told as salted hashes before they are made, to one watchdog, which is sent home with the last', async () => {
    const heard: string[] = []
    const { all, clipboard } = guarded({ writeConcealed: async () => void heard.push(all[0]?.told ?? '') })
    await clipboard.copy('hunter1')
    await clipboard.copy('hunter2')
    expect(all).toHaveLength(1)
    const lines = (all[0]?.told ?? '').split('\n').map(parseHashLine)
    expect(heard[0]).not.toBe('')
    expect(lines.map((each, at) => each !== null && isHashOf(`hunter${at + 1}`, each))).toEqual([true, true, false])
    await clipboard.clear('lock')
    expect(all[0]?.told).toMatch(/\ndone\n$/)
    await clipboard.copy('hunter2')
    expect(all).toHaveLength(2)
    await clipboard.clear('lock')
  })

  test('get a new watchdog when theirs has died, and are made without one where none starts', async () => {
    const { all, clipboard } = guarded({})
    await clipboard.copy('hunter2')
    all[0]?.end()
    await clipboard.copy('hunter2')
    expect(all).toHaveLength(2)
    await clipboard.clear('lock')
    const watchdog = createClipboardWatchdog(() => {
      throw new Error('no more processes')
    })
    const without = guarded({}, { all: [], watchdog })
    expect(await without.clipboard.copy('hunter2')).toHaveProperty('clearsAt')
    await without.clipboard.clear('lock')
  })

  test('that fail leave the watchdog with what is on the clipboard', async () => {
    let fails = true
    const write = () => (fails ? Promise.reject(new Error('no')) : Promise.resolve())
    const { all, clipboard } = guarded({ writeConcealed: write })
    await expect(clipboard.copy('hunter1')).rejects.toThrow()
    expect(all[0]?.told).toMatch(/done\n$/)
    fails = false
    await clipboard.copy('hunter2')
    fails = true
    await expect(clipboard.copy('hunter3')).rejects.toThrow()
    const last = parseHashLine((all[1]?.told ?? '').split('\n').at(-2) ?? '')
    expect(last !== null && isHashOf('hunter2', last)).toBe(true)
    await clipboard.clear('lock')
  })
})
