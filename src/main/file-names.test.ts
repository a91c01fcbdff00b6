import { expect, test } from 'vitest'
import { safeFileName, fileNameFor, vaultNameOf, withExtension } from './file-names.ts'

test.each([
  ['Work', 'Work.coffer'],
  ['Über uns', 'Über uns.coffer'],
  ['../../etc/passwd', 'etc passwd.coffer'],
  ['a\u0000b<c>:"|?*', 'a b c.coffer'],
  ['evil\u202etxt', 'evil txt.coffer'],
  ['  .  ', 'Vault.coffer'],
  ['x'.repeat(300), `${'x'.repeat(80)}.coffer`]
])('%j becomes a file name', (name, file) => {
  expect(fileNameFor(name, 'Vault')).toBe(file)
})

test('the extension is added once, and taken off again', () => {
  expect(withExtension('/a/b')).toBe('/a/b.coffer')
  expect(withExtension('/a/b.COFFER')).toBe('/a/b.COFFER')
  expect(vaultNameOf('/a/My Vault.coffer')).toBe('My Vault')
  expect(vaultNameOf('C:\\a\\My Vault.coffer')).toBe('My Vault')
})

test('an attachment cannot hide its ending or leave the folder', () => {
  expect(safeFileName('../../.bashrc', 'attachment')).toBe('bashrc')
  expect(safeFileName('deed\u202efdp.exe', 'attachment')).toBe('deed fdp.exe')
  expect(safeFileName('..', 'attachment')).toBe('attachment')
})
