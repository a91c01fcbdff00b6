import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createJudge } from './judge.ts'
import type { Answer, Question } from './strength-message.ts'
import type { StrengthThread } from './strength-thread.ts'

const IDLE_MS = 1000
const ask = (password: string): Question => ({ password, words: [] })
const weak: Answer = { bits: 10, reason: 'word' }

/** A thread whose answers come when the test says so. */
function slowThread() {
  const asked: { password: string; answer: (answer: Answer) => void }[] = []
  let over = false
  const thread: StrengthThread = {
    ask: ({ password }) => new Promise((answer) => asked.push({ password, answer })),
    isOver: () => over,
    end: vi.fn(() => {
      over = true
      asked.at(-1)?.answer(null)
    })
  }
  return { thread, asked, fail: () => thread.end() }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the judge', () => {
  test('starts its thread with the first question, and not again for the next', async () => {
    const { thread, asked } = slowThread()
    const start = vi.fn(() => thread)
    const judge = createJudge({ start, idleMs: IDLE_MS })
    expect(start).not.toHaveBeenCalled()
    for (const password of ['one', 'two']) {
      const answer = judge.ask(ask(password))
      asked.at(-1)?.answer(weak)
      expect(await answer).toEqual(weak)
    }
    expect(start).toHaveBeenCalledOnce()
  })

  test('asks one thing at a time, and of those that wait only the newest', async () => {
    const { thread, asked } = slowThread()
    const judge = createJudge({ start: () => thread, idleMs: IDLE_MS })
    const answers = ['p', 'pa', 'pas'].map((password) => judge.ask(ask(password)))
    expect(await answers[0]).toBeNull()
    expect(await answers[1]).toBeNull()
    expect(asked.map(({ password }) => password)).toEqual(['p'])
    asked[0]?.answer({ bits: 1, reason: 'short' })
    await vi.waitFor(() => expect(asked.map(({ password }) => password)).toEqual(['p', 'pas']))
    asked[1]?.answer(weak)
    expect(await answers[2]).toEqual(weak)
  })

  test('has no answer where there is no worker', async () => {
    const judge = createJudge({ start: () => null, idleMs: IDLE_MS })
    expect(await judge.ask(ask('one'))).toBeNull()
    expect(await judge.ask(ask('two'))).toBeNull()
  })

  test('takes a new thread when one is over', async () => {
    const threads = [slowThread(), slowThread()] as const
    const start = vi.fn(() => threads[start.mock.calls.length === 1 ? 0 : 1].thread)
    const judge = createJudge({ start, idleMs: IDLE_MS })
    const first = judge.ask(ask('one'))
    threads[0].fail()
    expect(await first).toBeNull()
    const second = judge.ask(ask('two'))
    threads[1].asked[0]?.answer(weak)
    expect(await second).toEqual(weak)
  })

  test('ends its thread when nobody has asked for a while, and at the end', async () => {
    const threads = [slowThread(), slowThread()] as const
    const start = vi.fn(() => threads[start.mock.calls.length === 1 ? 0 : 1].thread)
    const judge = createJudge({ start, idleMs: IDLE_MS })
    const first = judge.ask(ask('one'))
    threads[0].asked[0]?.answer(weak)
    await first
    await vi.advanceTimersByTimeAsync(IDLE_MS - 1)
    expect(threads[0].thread.end).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(threads[0].thread.end).toHaveBeenCalledOnce()

    const second = judge.ask(ask('two'))
    const third = judge.ask(ask('three'))
    judge.end()
    expect(await Promise.all([second, third])).toEqual([null, null])
    expect(threads[1].thread.end).toHaveBeenCalledOnce()
  })
})
