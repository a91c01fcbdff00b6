import { describe, expect, test } from 'vitest'
import { fieldVersions, restoreVersion, versionText } from './field-history.ts'
import { editItem } from './item/change-items.ts'
import { addItem, editOf, revisionOf } from './test-support/daily-vault.ts'
import { memoryStore, type MemoryStore } from './test-support/memory-store.ts'

const set = async (store: MemoryStore, id: string, fields: Parameters<typeof editOf>[1]) =>
  store.save(editItem(id, revisionOf(store, id), editOf('GitHub', fields)))

describe('the history of a field', () => {
  test('keeps twenty older values and gives each back, concealed ones only when asked', async () => {
    const store = memoryStore()
    const id = await addItem(store, editOf('GitHub', { password: { kind: 'password', value: 'secret 0' } }))
    for (let turn = 1; turn <= 25; turn++)
      await set(store, id, { password: { kind: 'password', value: `secret ${turn}` } })
    const versions = fieldVersions(store.opened(), id, 'password')
    expect(versions).toHaveLength(21)
    expect(JSON.stringify(versions)).not.toContain('secret')
    const texts = versions.map(({ at }) => versionText(store.opened(), id, 'password', at))
    expect(texts).toEqual(Array.from({ length: 21 }, (_, place) => `secret ${25 - place}`))
  })

  test('puts an older value back as a new version, and loses none', async () => {
    const store = memoryStore()
    const id = await addItem(store, editOf('GitHub', { username: { value: 'mara' } }))
    await set(store, id, { username: { value: 'mara@fjord' } })
    const first = fieldVersions(store.opened(), id, 'username').at(-1)?.at ?? ''
    await store.save(restoreVersion(id, 'username', first))
    const values = fieldVersions(store.opened(), id, 'username').map((version) => !version.concealed && version.value)
    expect(values).toEqual(['mara', 'mara@fjord', 'mara'])
    expect(store.opened().folded.list(id)?.subtitle).toBe('mara')
  })

  test('follows an address that became a secret', async () => {
    const store = memoryStore()
    const id = await addItem(store, editOf('GitHub', { url: { kind: 'url', value: 'https://a.example' } }))
    await set(store, id, { url: { kind: 'password', value: 'https://b.example' } })
    const versions = fieldVersions(store.opened(), id, 'url')
    expect(versions.map(({ concealed }) => concealed)).toEqual([true, false])
    await expect(async () => versionText(store.opened(), id, 'url', '0'.repeat(24))).rejects.toMatchObject({
      code: 'FIELD_NOT_FOUND'
    })
  })
})
