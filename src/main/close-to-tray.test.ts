import { EventEmitter } from 'node:events'
import { afterEach, expect, test, vi } from 'vitest'
import { createCloseToTray } from './close-to-tray.ts'

afterEach(() => void vi.useRealTimers())

function fakeWindow({ fullScreen = false, minimized = false } = {}) {
  const did: string[] = []
  const emitter = new EventEmitter()
  return Object.assign(emitter, {
    did,
    isFullScreen: () => fullScreen,
    isMinimized: () => minimized,
    setFullScreen: (on: boolean) => void did.push(`fullScreen ${on}`),
    restore: () => void did.push('restore'),
    hide: () => void did.push('hide'),
    show: () => void did.push('show'),
    focus: () => void did.push('focus'),
    /** Whether it was closed for good. */
    close() {
      let prevented = false
      emitter.emit('close', { preventDefault: () => (prevented = true) })
      return !prevented
    }
  })
}

test('a window that is not kept closes, and nothing is locked for it', () => {
  const window = fakeWindow()
  const locked: string[] = []
  createCloseToTray({ isKept: () => false, closeUp: async () => void locked.push('locked') }).keep(window)
  expect(window.close()).toBe(true)
  expect([...window.did, ...locked]).toEqual([])
})

test('a window that is kept hides, locks, and comes back only when all is locked', async () => {
  const window = fakeWindow()
  let locked: () => void = () => {}
  const closeUp = () => new Promise<void>((resolve) => (locked = resolve))
  const toTray = createCloseToTray({ isKept: () => true, closeUp })
  toTray.keep(window)
  expect(window.close()).toBe(false)
  const back = toTray.bringBack(window)
  await Promise.resolve()
  expect(window.did).toEqual(['hide'])
  locked()
  await back
  expect(window.did).toEqual(['hide', 'show', 'focus'])
})

test('a lock that fails does not keep the window away', async () => {
  const window = fakeWindow({ minimized: true })
  const toTray = createCloseToTray({ isKept: () => true, closeUp: () => Promise.reject(new Error('no')) })
  toTray.keep(window)
  window.close()
  await toTray.bringBack(window)
  expect(window.did).toEqual(['hide', 'restore', 'show', 'focus'])
  await expect(toTray.bringBack(null)).resolves.toBeUndefined()
})

test('a lock that hangs does not keep the window away for long', async () => {
  vi.useFakeTimers()
  const window = fakeWindow()
  const toTray = createCloseToTray({ isKept: () => true, closeUp: () => new Promise(() => {}) })
  toTray.keep(window)
  window.close()
  void toTray.bringBack(window)
  await vi.advanceTimersByTimeAsync(4999)
  expect(window.did).toEqual(['hide'])
  await vi.advanceTimersByTimeAsync(1)
  expect(window.did).toEqual(['hide', 'show', 'focus'])
})

test('a window in full screen leaves it before it hides', () => {
  const window = fakeWindow({ fullScreen: true })
  createCloseToTray({ isKept: () => true, closeUp: async () => {} }).keep(window)
  window.close()
  expect(window.did).toEqual(['fullScreen false'])
  window.emit('leave-full-screen')
  expect(window.did).toEqual(['fullScreen false', 'hide'])
})

test('a window that was asked for again while it leaves full screen is not hidden then', async () => {
  const window = fakeWindow({ fullScreen: true })
  const toTray = createCloseToTray({ isKept: () => true, closeUp: async () => {} })
  toTray.keep(window)
  window.close()
  await toTray.bringBack(window)
  window.emit('leave-full-screen')
  expect(window.did).toEqual(['fullScreen false', 'show', 'focus'])
})
