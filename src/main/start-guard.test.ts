import { expect, test } from 'vitest'
import { refusedSwitches } from './start-guard.ts'

test.each([
  '--remote-debugging-port=9222',
  '--remote-debugging-pipe',
  '--inspect',
  '--inspect-brk=0.0.0.0:1',
  '--load-extension=/tmp/x',
  '--js-flags=--expose-gc',
  '--no-sandbox',
  '--disable-web-security',
  '--host-resolver-rules=MAP * 127.0.0.1',
  '--proxy-server=localhost:1',
  '--log-net-log=/tmp/x',
  '--ignore-certificate-errors',
  '--coffer-test-kdf',
  '-remote-debugging-port=1',
  ' --NO-SANDBOX'
])('a packaged app does not start with %s', (argument) => {
  expect(refusedSwitches([argument], 'linux')).toHaveLength(1)
})

test('Windows also takes switches that begin with a slash', () => {
  expect(refusedSwitches(['/no-sandbox'], 'win32')).toEqual(['no-sandbox'])
  expect(refusedSwitches(['/no-sandbox'], 'linux')).toEqual([])
})

test('files and harmless switches are no reason to refuse, and values are not repeated', () => {
  expect(refusedSwitches(['/home/me/my.coffer', '--user-data-dir=/x', '--enable-features-of-mine'], 'linux')).toEqual(
    []
  )
  expect(refusedSwitches(['--proxy-server=secret.example'], 'linux').join()).not.toContain('secret')
})
