import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createAutoLock, decideIdle, lockOnPowerEvents } from './auto-lock.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp({ limitMinutes = 10 } = {}) {
  const idle = { seconds: 0 }
  const heard: string[] = []
  const autoLock = createAutoLock({
    idleSeconds: () => idle.seconds,
    limitMinutes: () => limitMinutes,
    now: Date.now,
    lock: (reason) => void heard.push(`lock ${reason}`),
    notice: (seconds) => void heard.push(`notice ${seconds}`)
  })
  /** The user does nothing for so long. */
  const pass = (seconds: number): void => {
    for (let second = 0; second < seconds; second += 1) {
      idle.seconds += 1
      vi.advanceTimersByTime(1000)
    }
  }
  return { autoLock, idle, heard, pass }
}

describe('idleness', () => {
  test('gives one notice 30 s before the limit, and locks at the limit', () => {
    const { autoLock, heard, pass } = setUp({ limitMinutes: 1 })
    autoLock.start()
    pass(29)
    expect(heard).toEqual([])
    pass(1)
    expect(heard).toEqual(['notice 30'])
    pass(30)
    expect(heard).toEqual(['notice 30', 'lock idle'])
  })

  test('a user who comes back gets the notice again at the next spell', () => {
    const { autoLock, idle, heard, pass } = setUp({ limitMinutes: 1 })
    autoLock.start()
    pass(40)
    idle.seconds = 0
    pass(40)
    expect(heard).toEqual(['notice 30', 'notice 30'])
  })

  test('0 minutes is never, and a stopped watch locks nothing', () => {
    expect(decideIdle({ idleSeconds: 1e6, limitMinutes: 0, noticed: false })).toEqual({ act: 'stay' })
    const { autoLock, heard, pass } = setUp({ limitMinutes: 1 })
    autoLock.start()
    autoLock.stop()
    pass(120)
    expect(heard).toEqual([])
  })
})

test('a gap in time is a sleep that nobody told of, and locks', () => {
  const { autoLock, heard } = setUp()
  autoLock.start()
  vi.advanceTimersByTime(1000)
  vi.setSystemTime(Date.now() + 3_600_000)
  autoLock.tick()
  expect(heard).toEqual(['lock suspend'])
})

test('sleep, a locked screen, another user and shutting down lock at once', () => {
  const power = new EventEmitter()
  const reasons: string[] = []
  lockOnPowerEvents(power, (reason) => void reasons.push(reason))
  for (const event of ['suspend', 'lock-screen', 'user-did-resign-active', 'shutdown']) power.emit(event)
  expect(reasons).toEqual(['suspend', 'screen', 'screen', 'quit'])
})
