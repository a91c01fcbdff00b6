import { expect, test } from 'vitest'
import { VaultError } from '../../core/errors.ts'
import { prepareInIdle } from './prepare-in-idle.ts'

type Prepared = Parameters<typeof prepareInIdle>[0]

/** A session of which only this is asked; `steps` tells how often its list was prepared. */
function sessionOf(needed: number, lockedAfter: number): { session: Prepared; steps: () => number } {
  let steps = 0
  const list = { prepare: () => ++steps < needed }
  const session = {
    view: () => {
      if (steps >= lockedAfter) throw new VaultError('LOCKED')
    },
    store: { opened: () => ({ list }) }
  }
  return { session: session as unknown as Prepared, steps: () => steps }
}

test('a list is prepared step by step, and others have their turn before each', async () => {
  const { session, steps } = sessionOf(5, Number.POSITIVE_INFINITY)
  const seen: number[] = []
  const look = (): void => void (seen.push(steps()) < 20 && setImmediate(look))
  setImmediate(look)
  await prepareInIdle(session)
  expect(steps()).toBe(5)
  expect(new Set(seen).size).toBeGreaterThan(3)
})

test('a locked vault is prepared no further', async () => {
  const { session, steps } = sessionOf(5, 2)
  await expect(prepareInIdle(session)).rejects.toMatchObject({ code: 'LOCKED' })
  expect(steps()).toBe(2)
})
