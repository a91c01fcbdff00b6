import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAskToLock } from './ask-to-lock.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the page is asked first; when it has locked, nothing more happens', async () => {
  const askPage = vi.fn()
  const lock = vi.fn(async () => {})
  const { ask, done } = createAskToLock(askPage, lock)
  const asked = ask()
  expect(askPage).toHaveBeenCalledTimes(1)
  done()
  vi.advanceTimersByTime(60_000)
  expect(lock).not.toHaveBeenCalled()
  await expect(asked).resolves.toBeUndefined()
})

test('a page that does nothing is locked all the same, also when one presses the key again and again', async () => {
  const lock = vi.fn(async () => {})
  const { ask } = createAskToLock(() => {}, lock)
  for (let press = 0; press < 5; press += 1) {
    void ask()
    vi.advanceTimersByTime(300)
  }
  expect(lock).toHaveBeenCalledTimes(1)
})

test('who asks learns when the vault is locked, not before', async () => {
  let locked: () => void = () => {}
  const { ask } = createAskToLock(
    () => {},
    () => new Promise((resolve) => (locked = resolve))
  )
  const told = vi.fn()
  void ask().then(told)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told).not.toHaveBeenCalled()
  locked()
  await vi.advanceTimersByTimeAsync(0)
  expect(told).toHaveBeenCalledTimes(1)
})
