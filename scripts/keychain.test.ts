import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Keyring, missingForKeyring, startKeyring } from '../e2e/support/keyring.ts'
import { createKeychain } from '../src/main/platform/keychain.ts'
import { loadKeytar } from '../src/main/platform/keytar.ts'

const missing = await missingForKeyring()
const run = promisify(execFile)
const SERVICE = 'Coffer test'

describe.skipIf(missing !== null)(`a real keyring${missing === null ? '' : ` (skipped: needs ${missing})`}`, () => {
  let keyring: Keyring
  const keychain = createKeychain({ open: loadKeytar, giveUp() {} }, 3000)

  beforeAll(async () => {
    keyring = await startKeyring()
    Object.assign(process.env, keyring.env)
  })
  afterAll(() => keyring.end())

  test('finds what it kept, and says that it has nothing else', async () => {
    await keychain.keep(SERVICE, 'a', 'secret')
    expect(await keychain.lookUp(SERVICE, 'a')).toEqual({ found: 'secret' })
    expect(await keychain.lookUp(SERVICE, 'b')).toEqual({ absent: true })
    await keychain.remove(SERVICE, 'a')
    expect(await keychain.lookUp(SERVICE, 'a')).toEqual({ absent: true })
    await expect(keychain.remove(SERVICE, 'a')).resolves.toBeUndefined()
  })

  test('that hangs is an error in time, and goes on when it does', async () => {
    await keychain.keep(SERVICE, 'a', 'secret')
    keyring.pause()
    expect(await keychain.lookUp(SERVICE, 'a')).toEqual({ error: 'KEYCHAIN_UNAVAILABLE' })
    keyring.resume()
    expect(await keychain.lookUp(SERVICE, 'a')).toEqual({ found: 'secret' })
  })

  test('that is locked is an error, and never an absence', async () => {
    await keychain.keep(SERVICE, 'a', 'secret')
    const call = ['--session', '--print-reply', '--dest=org.freedesktop.secrets', '/org/freedesktop/secrets']
    const collection = 'array:objpath:/org/freedesktop/secrets/collection/login'
    await run('dbus-send', [...call, 'org.freedesktop.Secret.Service.Lock', collection])
    expect(await keychain.lookUp(SERVICE, 'a')).toHaveProperty('error')
    await expect(keychain.probe()).rejects.toThrow(/^KEYCHAIN_/)
  })
})
