import { expect, test } from 'vitest'
import { offeredPath, vaultArguments } from './start-options.ts'

test('only an unpackaged app takes the cheap Argon2id of test runs', () => {
  expect(vaultArguments('/data', ['app', '--coffer-test-kdf'], false)).toEqual([
    '--app-folder=/data',
    '--kdf=65536,3,1'
  ])
  expect(vaultArguments('/data', ['app', '--coffer-test-kdf'], true)).toEqual(['--app-folder=/data'])
  expect(vaultArguments('/data', ['app'], false)).toEqual(['--app-folder=/data'])
})

test('of a command line only the name of a vault file is taken', () => {
  expect(offeredPath(['app', '.', '--x=/a.coffer', 'Work.coffer'], '/home/me')).toBe('/home/me/Work.coffer')
  expect(offeredPath(['app', '/a/B.COFFER', '/c.coffer'], '/home/me')).toBe('/a/B.COFFER')
  expect(offeredPath(['/self.coffer', '/etc/passwd', '--no-sandbox'], '/home/me')).toBe(null)
  expect(offeredPath(['app', 'a\0.coffer'], '/home/me')).toBe(null)
})
