import { describe, expect, test } from 'vitest'
import { readDeviceKey } from '../../core/crypto/device-key.ts'
import { VaultError } from '../../core/errors.ts'
import type { Environment } from '../environment.ts'
import { createVault } from '../create-vault.ts'
import { openVault } from '../open-vault.ts'
import { recoverVault } from '../recover-vault.ts'
import { eachInItsFolder, login, NEXT, PASSWORD, quickEnvironment } from '../test-support/quick-environment.ts'

const place = eachInItsFolder()

const open = (environment: Environment, masterPassword = PASSWORD) =>
  openVault(environment, { path: place().path, credential: { masterPassword }, mode: 'write' })

/** A vault with a device key: its phrase, and the key as it is printed. */
async function withDeviceKey() {
  const { environment, path } = place()
  const { session, recoveryPhrase } = await createVault(environment, { path, name: 'Mine', masterPassword: PASSWORD })
  await session.create('login', login('GitHub', 'hunter2-hunter2'))
  const phrase = recoveryPhrase.join(' ')
  const { id, text } = session.makeDeviceKey()
  await session.useDeviceKey({ masterPassword: PASSWORD, phrase, id })
  return { session, phrase, id, text }
}

/** As another run of the program, or another computer, that has not seen the key. */
const elsewhere = (): Environment => quickEnvironment(`${place().folder}/elsewhere`)

describe('a vault with a device key', () => {
  test('opens with the master password where the key is, and only there', async () => {
    const { session, id } = await withDeviceKey()
    expect(session.view().hasDeviceKey).toBe(true)
    expect(session.deviceKeyId()).toBe(id)
    await session.lock()
    const again = await open(place().environment)
    expect(again.find('GitHub')).toBeTruthy()
    await again.lock()
    await expect(open(elsewhere())).rejects.toMatchObject({ code: 'DEVICE_KEY_NEEDED', detail: { deviceKeyId: id } })
  })

  test('opens on another computer once the printed key was typed there', async () => {
    const { session, id, text } = await withDeviceKey()
    expect(await session.printDeviceKey(PASSWORD)).toBe(text)
    await expect(session.printDeviceKey(NEXT)).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
    await session.lock()
    const other = elsewhere()
    other.deviceKeys.give(Buffer.from(id, 'hex'), readDeviceKey(text))
    await (await open(other)).lock()
  })

  test('takes another key for a wrong password', async () => {
    const { session, id } = await withDeviceKey()
    const { text } = session.makeDeviceKey()
    await session.lock()
    const other = elsewhere()
    other.deviceKeys.give(Buffer.from(id, 'hex'), readDeviceKey(text))
    await expect(open(other)).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
  })

  test('keeps it when the master password changes, and asks it of an export no more', async () => {
    const { session, id } = await withDeviceKey()
    await session.changeMasterPassword({ current: PASSWORD, next: NEXT })
    expect(session.deviceKeyId()).toBe(id)
    const target = `${place().folder}/export.coffer`
    await session.exportBackup({ target, masterPassword: NEXT })
    await session.lock()
    await (await open(place().environment, NEXT)).lock()
    const backup = { path: target, credential: { masterPassword: NEXT }, mode: 'read' } as const
    await (await openVault(elsewhere(), backup)).lock()
  })

  test('is opened by the recovery phrase without it, and then needs it no more', async () => {
    const { session, phrase } = await withDeviceKey()
    await session.lock()
    const recovered = await recoverVault(elsewhere(), { path: place().path, phrase, newMasterPassword: NEXT })
    expect(recovered.session.view().hasDeviceKey).toBe(false)
    await recovered.session.lock()
    await (await open(elsewhere(), NEXT)).lock()
  })

  test('gives it up when asked, with password and phrase', async () => {
    const { session, phrase, id } = await withDeviceKey()
    const change = { masterPassword: PASSWORD, phrase, id: null }
    await expect(session.useDeviceKey({ ...change, masterPassword: NEXT })).rejects.toThrow('WRONG_PASSWORD')
    const other = `${'abandon '.repeat(23)}art`
    await expect(session.useDeviceKey({ ...change, phrase: other })).rejects.toThrow('WRONG_RECOVERY_PHRASE')
    expect(session.deviceKeyId()).toBe(id)
    await session.useDeviceKey(change)
    expect(session.view().hasDeviceKey).toBe(false)
    await session.lock()
    await (await open(elsewhere())).lock()
  })

  test('names no key that nobody has', async () => {
    const { session, phrase } = await withDeviceKey()
    const id = '7'.repeat(32)
    await expect(session.useDeviceKey({ masterPassword: PASSWORD, phrase, id })).rejects.toThrow('DEVICE_KEY_NEEDED')
    await session.lock()
    await (await open(place().environment)).lock()
  })

  test('says that nobody can tell where the keychain does not answer, before any Argon2id', async () => {
    const { session } = await withDeviceKey()
    await session.lock()
    const silent: Environment = {
      ...elsewhere(),
      deriveKey: () => Promise.reject(new Error('derived')),
      deviceKeys: { give: () => {}, find: () => Promise.reject(new VaultError('KEYCHAIN_UNAVAILABLE')) }
    }
    await expect(open(silent)).rejects.toThrow('KEYCHAIN_UNAVAILABLE')
  })
})
