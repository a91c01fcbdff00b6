import { expect, test } from 'vitest'
import { vaultTitle } from './vault-title.ts'

test('a vault is called by its file, without the ending', () => {
  expect(vaultTitle('Mara.coffer')).toBe('Mara')
  expect(vaultTitle('a.b.COFFER')).toBe('a.b')
  expect(vaultTitle('coffer')).toBe('coffer')
})
