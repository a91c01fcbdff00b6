import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAskToLock } from './ask-to-lock.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the page is asked first; when it has locked, nothing more happens', () => {
  const askPage = vi.fn()
  const lock = vi.fn()
  const { ask, done } = createAskToLock(askPage, lock)
  ask()
  expect(askPage).toHaveBeenCalledTimes(1)
  done()
  vi.advanceTimersByTime(60_000)
  expect(lock).not.toHaveBeenCalled()
})

test('a page that does nothing is locked all the same, also when one presses the key again and again', () => {
  const lock = vi.fn()
  const { ask } = createAskToLock(() => {}, lock)
  for (let press = 0; press < 5; press += 1) {
    ask()
    vi.advanceTimersByTime(300)
  }
  expect(lock).toHaveBeenCalledTimes(1)
})
