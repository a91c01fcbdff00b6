import { expect, test } from 'vitest'
import { VaultError } from '../../core/errors.ts'
import { fakeParts } from '../test-support/fake-parts.ts'
import { sealed } from '../test-support/sealed.ts'
import { deviceKeyHandlers } from './device-key-handlers.ts'

const NOW = undefined
const TYPED = { masterPassword: sealed('x'), phrase: sealed('y') }
const OLD = '1'.repeat(32)
const MADE = { id: '2'.repeat(32), text: 'CDK1-…' }

test('the new key is in the keychain before the vault names it, and the old one goes last', async () => {
  const parts = fakeParts({ 'deviceKey.current': { id: OLD }, 'deviceKey.make': MADE })
  expect(await deviceKeyHandlers(parts)['deviceKey.add'](TYPED, NOW)).toEqual({ printed: MADE.text })
  expect(parts.asked).toEqual([
    ['deviceKey.current', undefined],
    ['deviceKey.make', undefined],
    ['keychain.keep', MADE.id],
    ['deviceKey.use', { ...TYPED, id: MADE.id }],
    ['keychain.remove', OLD]
  ])
})

test('a vault that refuses leaves no new key behind, and keeps the old one', async () => {
  const parts = fakeParts({
    'deviceKey.current': { id: OLD },
    'deviceKey.make': MADE,
    'deviceKey.use': new VaultError('WRONG_PASSWORD')
  })
  await expect(async () => deviceKeyHandlers(parts)['deviceKey.add'](TYPED, NOW)).rejects.toThrow('WRONG_PASSWORD')
  expect(parts.asked.slice(3)).toEqual([
    ['deviceKey.use', { ...TYPED, id: MADE.id }],
    ['keychain.remove', MADE.id]
  ])
})

test('where the keychain keeps nothing, nothing is asked of the vault', async () => {
  const parts = fakeParts()
  const keychain = { ...parts.keychain, probe: () => Promise.reject(new VaultError('KEYCHAIN_UNAVAILABLE')) }
  const handlers = deviceKeyHandlers({ ...parts, keychain })
  await expect(async () => handlers['deviceKey.probe'](NOW, NOW)).rejects.toThrow('KEYCHAIN_UNAVAILABLE')
  await expect(async () => handlers['deviceKey.add'](TYPED, NOW)).rejects.toThrow('KEYCHAIN_UNAVAILABLE')
  expect(parts.asked).toEqual([])
})

test('a key is removed when the vault needs it no more', async () => {
  const parts = fakeParts({ 'deviceKey.current': { id: OLD } })
  await deviceKeyHandlers(parts)['deviceKey.remove'](TYPED, NOW)
  expect(parts.asked).toEqual([
    ['deviceKey.current', undefined],
    ['deviceKey.use', { ...TYPED, id: null }],
    ['keychain.remove', OLD]
  ])
})
