import { describe, expect, test, vi } from 'vitest'
import { VaultError } from '../core/errors.ts'
import { createBreachRun } from './breach-run.ts'
import { fakeParts } from './test-support/fake-parts.ts'

const PREFIXES = ['00001', 'ABCDE', 'FFFFF']
const RESULT = { checked: 3, found: 1, left: 0, trouble: null }

function setUp({
  allowed = (): boolean => true,
  isOpen = (): boolean => true,
  end = RESULT,
  askRange = vi.fn(async () => [] as const)
} = {}) {
  const { client, asked } = fakeParts({ 'breach.begin': { prefixes: PREFIXES }, 'breach.end': end })
  const tell = vi.fn(() => {})
  const run = createBreachRun({ client, mayAsk: allowed, isOpen, askRange, tell, pause: 1 })
  const methods = () => asked.map(([method]) => method)
  return { run, asked, methods, tell, askRange }
}

describe('a run of range queries', () => {
  test('asks for each range once, hands every answer on, and tells how far it is', async () => {
    const askRange = vi.fn(async (prefix: string) => [{ suffix: 'A'.repeat(35), count: Number(prefix === 'ABCDE') }])
    const { run, asked, tell } = setUp({ askRange: askRange as never })
    expect(await run.run()).toEqual(RESULT)
    expect(askRange.mock.calls.map(([prefix]) => prefix)).toEqual(PREFIXES)
    expect(asked[2]).toEqual(['breach.answer', { prefix: 'ABCDE', range: [{ suffix: 'A'.repeat(35), count: 1 }] }])
    expect(asked.at(-1)).toEqual(['breach.end', { trouble: null }])
    expect(tell.mock.calls).toEqual(PREFIXES.map((_, done) => [{ job: 'breaches', done, total: 3 }]))
  })

  test('opens nothing and asks nobody where the user has not switched it on', async () => {
    const { run, asked, askRange } = setUp({ allowed: () => false })
    await expect(run.run()).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(asked).toEqual([])
    expect(askRange).not.toHaveBeenCalled()
  })

  test('asks nobody any more once the vault is locked, and wakes no process for it', async () => {
    let open = true
    const askRange = vi.fn(async () => {
      open = false
      return []
    })
    const { run, methods } = setUp({ isOpen: () => open, askRange: askRange as never })
    await expect(run.run()).rejects.toMatchObject({ code: 'LOCKED' })
    expect(askRange).toHaveBeenCalledTimes(1)
    expect(methods()).toEqual(['breach.begin'])
    await expect(run.run()).rejects.toMatchObject({ code: 'LOCKED' })
  })

  test('makes no further request once it is switched off', async () => {
    let allowed = true
    const askRange = vi.fn(async () => {
      allowed = false
      return []
    })
    const { run, asked } = setUp({ allowed: () => allowed, askRange: askRange as never })
    await run.run()
    expect(askRange).toHaveBeenCalledTimes(1)
    expect(asked.at(-1)).toEqual(['breach.end', { trouble: { code: 'CANCELLED' } }])
  })

  test('stops when asked, and keeps what it has', async () => {
    const { run, asked, askRange } = setUp()
    askRange.mockImplementation(async () => {
      run.stop()
      return []
    })
    await run.run()
    expect(askRange).toHaveBeenCalledTimes(1)
    expect(asked.at(-1)).toEqual(['breach.end', { trouble: { code: 'CANCELLED' } }])
    run.stop()
  })

  test('that fails says why, once, and keeps what it has', async () => {
    const { run, asked, methods, askRange } = setUp()
    askRange.mockResolvedValueOnce([])
    askRange.mockRejectedValueOnce(new VaultError('NETWORK', { why: 'time' }))
    await run.run()
    expect(methods()).toEqual(['breach.begin', 'breach.answer', 'breach.end'])
    expect(asked.at(-1)).toEqual(['breach.end', { trouble: { code: 'NETWORK', why: 'time' } }])
  })

  test('is one at a time, and can be begun again after it', async () => {
    const { run } = setUp()
    const first = run.run()
    await expect(run.run()).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await first
    expect(await run.run()).toEqual(RESULT)
  })
})
