import { expect, test } from 'vitest'
import { createAfterLock } from './after-lock.ts'

test('the reason of a lock is known until the next opening, and of the vault that was open', () => {
  const after = createAfterLock()
  after.opened('/a/Work.coffer')
  expect(after.reason('/a/Work.coffer')).toBe(null)
  after.locked('idle')
  expect(after.reason('/a/Work.coffer')).toBe('idle')
  expect(after.reason('/a/Other.coffer')).toBe(null)
  after.opened('/a/Work.coffer')
  expect(after.reason('/a/Work.coffer')).toBe(null)
})

test('where the user wants to go is known until something is open', () => {
  const after = createAfterLock()
  after.opened('/a/Work.coffer')
  expect(after.wish()).toBe(null)
  after.leaveFor({ path: null })
  expect(after.wish()).toEqual({ path: null })
  after.opened('/a/New.coffer')
  expect(after.wish()).toBe(null)
})
