import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lockBeforeQuit } from './quit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** As Electron's: `quit` asks `before-quit`, and ends unless that was prevented. */
function fakeApp() {
  const app = Object.assign(new EventEmitter(), {
    ended: false,
    quit() {
      let prevented = false
      app.emit('before-quit', { preventDefault: () => (prevented = true) })
      if (!prevented) app.ended = true
    }
  })
  return app
}
const run = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0)

test('quitting waits for the lock, and locks once however often one asks', async () => {
  const app = fakeApp()
  let locked: () => void = () => {}
  const lock = vi.fn(() => new Promise<void>((resolve) => (locked = resolve)))
  lockBeforeQuit(app, lock)
  app.quit()
  app.quit()
  await run()
  expect(app.ended).toBe(false)
  locked()
  await run()
  expect(app.ended).toBe(true)
  expect(lock).toHaveBeenCalledTimes(1)
})

test('closing the last window is quitting', async () => {
  const app = fakeApp()
  const lock = vi.fn(async () => {})
  lockBeforeQuit(app, lock)
  app.emit('window-all-closed')
  await run()
  expect(lock).toHaveBeenCalledTimes(1)
  expect(app.ended).toBe(true)
})

test('a lock that fails or hangs does not keep the app', async () => {
  const failing = fakeApp()
  lockBeforeQuit(failing, () => Promise.reject(new Error('no')))
  failing.quit()
  await run()
  expect(failing.ended).toBe(true)
  const hanging = fakeApp()
  lockBeforeQuit(hanging, () => new Promise(() => {}))
  hanging.quit()
  await vi.advanceTimersByTimeAsync(5000)
  expect(hanging.ended).toBe(true)
})
