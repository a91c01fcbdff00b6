import { describe, expect, test } from 'vitest'
import { rekeyState } from '../core/vault/rekey.ts'
import { fieldVersions, versionText } from './field-history.ts'
import { keptSecrets, keptSecretText } from './generated.ts'
import {
  beginPasswordChange,
  confirmPasswordChange,
  dropPasswordChange,
  pendingPasswords,
  pendingText
} from './password-change.ts'
import { addItem, editOf } from './test-support/daily-vault.ts'
import { memoryStore } from './test-support/memory-store.ts'

async function changing() {
  const store = memoryStore()
  const id = await addItem(store, editOf('GitHub', { password: { kind: 'password', value: 'the old one' } }))
  await store.save(beginPasswordChange(id, 'password', { text: 'the new one', bits: 77.5 }))
  const now = () =>
    versionText(store.opened(), id, 'password', fieldVersions(store.opened(), id, 'password')[0]?.at ?? '')
  return { store, id, now }
}

describe('changing a password in two phases', () => {
  test('keeps the old one in force beside the new one', async () => {
    const { store, id, now } = await changing()
    expect(pendingPasswords(store.opened(), id)).toMatchObject([{ field: 'password' }])
    expect(pendingText(store.opened(), id, 'password')).toBe('the new one')
    expect(now()).toBe('the old one')
  })

  test('puts the new one in force when the site took it, with its exact strength, and the old one into the history', async () => {
    const { store, id, now } = await changing()
    await store.save(confirmPasswordChange(id, 'password'))
    expect(now()).toBe('the new one')
    expect(pendingPasswords(store.opened(), id)).toEqual([])
    expect(store.opened().folded.list(id)?.checks).toMatchObject([{ bits: 77 }])
    const older = fieldVersions(store.opened(), id, 'password')[1]?.at ?? ''
    expect(versionText(store.opened(), id, 'password', older)).toBe('the old one')
  })

  test('keeps a new one that was given up among the generated secrets', async () => {
    const { store, id, now } = await changing()
    await store.save(dropPasswordChange(id, 'password'))
    expect(now()).toBe('the old one')
    expect(pendingPasswords(store.opened(), id)).toEqual([])
    expect(keptSecrets(store.opened()).map((kept) => keptSecretText(store.opened(), kept.id))).toEqual(['the new one'])
    await expect(store.save(confirmPasswordChange(id, 'password'))).rejects.toMatchObject({ code: 'FIELD_NOT_FOUND' })
  })

  test('survives a new data key, and the fingerprint stays that of the old value', async () => {
    const { store, id } = await changing()
    const { folded, scope } = store.opened()
    const before = folded.list(id)?.checks
    const state = folded.state(id)
    rekeyState(id, state, scope, scope)
    expect(state.properties.get('check:password')?.[0]?.value).toMatchObject({ fingerprint: before?.[0]?.fingerprint })
  })
})
