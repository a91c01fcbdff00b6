import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Judged } from '../../../shared/strength-views.ts'
import { createAsker, type StrengthPort, type Told, type Typed } from './asker.ts'

const typed = (password: string): Typed => ({ password, beside: ['GitHub'] })

/** A vault process that estimates four bits a character at once, and judges when the test says so. */
function setUp() {
  const judging: { typed: Typed; answer: (judged: Judged | null) => void; fail: (error: Error) => void }[] = []
  const port: StrengthPort = {
    estimate: vi.fn(async (password: string) => password.length * 4),
    judge: (asked) => new Promise((answer, fail) => judging.push({ typed: asked, answer, fail }))
  }
  const told: (Told | null)[] = []
  const asker = createAsker(port, (each) => told.push(each))
  return { asker, port, told, judging }
}

const rest = () => vi.advanceTimersByTimeAsync(100)

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('what is told of a password that is being typed', () => {
  test('is asked for when the keys rest, with what is there then', async () => {
    const { asker, judging, port } = setUp()
    for (const password of ['G', 'Gi', 'Git']) {
      asker.ask(() => typed(password))
      await vi.advanceTimersByTimeAsync(99)
    }
    expect(port.estimate).not.toHaveBeenCalled()
    await rest()
    expect(judging.map(({ typed: each }) => each)).toEqual([typed('Git')])
  })

  test('is the quick estimate first, then the lower of the two and why', async () => {
    const { asker, judging, told } = setUp()
    asker.ask(() => typed('GitHub2024'))
    await rest()
    await vi.advanceTimersByTimeAsync(1)
    expect(told).toEqual([{ bits: 40, reason: null }])
    judging[0]?.answer({ bits: 14, reason: 'known' })
    await vi.advanceTimersByTimeAsync(0)
    expect(told.at(-1)).toEqual({ bits: 14, reason: 'known' })
    asker.ask(() => typed('GitHub20245'))
    await rest()
    judging[1]?.answer({ bits: 99, reason: 'short' })
    await vi.advanceTimersByTimeAsync(0)
    expect(told.at(-1)).toEqual({ bits: 44, reason: 'short' })
  })

  test('stands while the next answer is awaited, but not for long', async () => {
    const { asker, judging, told } = setUp()
    asker.ask(() => typed('GitHub2024'))
    await rest()
    judging[0]?.answer({ bits: 14, reason: 'known' })
    await vi.advanceTimersByTimeAsync(0)
    const before = told.length
    asker.ask(() => typed('GitHub2024!'))
    await rest()
    await vi.advanceTimersByTimeAsync(199)
    expect(told).toHaveLength(before)
    await vi.advanceTimersByTimeAsync(1)
    expect(told.at(-1)).toEqual({ bits: 44, reason: null })
  })

  test('is never of what was typed before', async () => {
    const { asker, judging, told } = setUp()
    asker.ask(() => typed('password'))
    await rest()
    asker.ask(() => typed('password and much more'))
    await rest()
    judging[1]?.answer({ bits: 50, reason: 'words' })
    judging[0]?.answer({ bits: 2, reason: 'common' })
    await vi.advanceTimersByTimeAsync(500)
    expect(told.at(-1)).toEqual({ bits: 50, reason: 'words' })
    expect(told).not.toContainEqual({ bits: 2, reason: 'common' })
  })

  test.each([
    ['was overtaken', (judge: { answer: (judged: null) => void }) => judge.answer(null)],
    ['failed', (judge: { fail: (error: Error) => void }) => judge.fail(new Error('LOCKED'))]
  ])('is the quick estimate where the thorough one %s', async (_what, end) => {
    const { asker, judging, told } = setUp()
    asker.ask(() => typed('hunter2'))
    await rest()
    const [judge] = judging
    if (judge !== undefined) end(judge)
    await vi.advanceTimersByTimeAsync(0)
    expect(told.at(-1)).toEqual({ bits: 28, reason: null })
  })

  test.each(['', 'x'.repeat(4097)])('is nothing for what nobody types', async (password) => {
    const { asker, port, told } = setUp()
    asker.ask(() => typed(password))
    await rest()
    expect(told).toEqual([null])
    expect(port.estimate).not.toHaveBeenCalled()
  })

  test('is nothing any more once the field is emptied or left', async () => {
    const { asker, judging, told } = setUp()
    asker.ask(() => typed('hunter2'))
    await rest()
    asker.clear()
    judging[0]?.answer({ bits: 8, reason: 'common' })
    await vi.advanceTimersByTimeAsync(500)
    expect(told.at(-1)).toBeNull()
  })

  test('is there before what was typed is saved, when it comes soon', async () => {
    const { asker, judging, told } = setUp()
    const settled = vi.fn()
    asker.ask(() => typed('GitHub2024'))
    void asker.settled().then(settled)
    await vi.advanceTimersByTimeAsync(20)
    expect(settled).not.toHaveBeenCalled()
    judging[0]?.answer({ bits: 14, reason: 'known' })
    await vi.advanceTimersByTimeAsync(0)
    expect(settled).toHaveBeenCalledOnce()
    expect(told.at(-1)).toEqual({ bits: 14, reason: 'known' })
    await vi.advanceTimersByTimeAsync(500)
    expect(judging).toHaveLength(1)
  })

  test('is not waited for when it takes long, or when nothing was typed', async () => {
    const { asker } = setUp()
    await asker.settled()
    const settled = vi.fn()
    asker.ask(() => typed('GitHub2024'))
    void asker.settled().then(settled)
    await vi.advanceTimersByTimeAsync(149)
    expect(settled).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(settled).toHaveBeenCalledOnce()
  })
})
