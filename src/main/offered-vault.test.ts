import { expect, test } from 'vitest'
import { createOfferedVault } from './offered-vault.ts'

test('a vault from outside is offered until one is opened; anything else is ignored', async () => {
  const told: string[] = []
  const offered = createOfferedVault(
    async (path) => path.endsWith('.coffer'),
    (path) => void told.push(path)
  )
  expect(await offered.offer('/etc/passwd')).toBe(false)
  expect(await offered.offer(null)).toBe(false)
  expect(offered.path()).toBe(null)
  expect(await offered.offer('/a.coffer')).toBe(true)
  expect(await offered.offer('/etc/passwd')).toBe(false)
  expect(offered.path()).toBe('/a.coffer')
  offered.forget()
  expect(offered.path()).toBe(null)
  expect(told).toEqual(['/a.coffer'])
})
