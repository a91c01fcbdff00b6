import { describe, expect, test } from 'vitest'
import { isSealed, openValue } from '../core/vault/concealed.ts'
import { itemFields } from './item/item-fields.ts'
import { mergeItems } from './merge-items.ts'
import { addItem, editOf } from './test-support/daily-vault.ts'
import { memoryStore, type MemoryStore } from './test-support/memory-store.ts'
import { createUndo } from './undo.ts'

function values(store: MemoryStore, id: string): readonly string[] {
  const { folded, scope } = store.opened()
  return itemFields(folded.properties(id)).map(({ id: field, value, property }) => {
    const json = value?.value ?? null
    return `${field}=${value !== undefined && isSealed(json) ? openValue(scope, { item: id, at: value.at, name: property }, json) : String(json)}`
  })
}

async function twins() {
  const store = memoryStore(() => Date.UTC(2026, 1, 3))
  const first = editOf(
    'GitHub',
    {
      username: { value: 'mara' },
      password: { kind: 'password', value: 'newer' },
      url: { kind: 'url', value: 'https://github.com' }
    },
    { tags: ['Work'] }
  )
  const second = editOf(
    'GitHub (old)',
    {
      username: { value: 'mara' },
      password: { kind: 'password', value: 'older' },
      url: { kind: 'url', value: 'https://github.com' },
      notes: { kind: 'multiline', value: 'asked support in May' }
    },
    { tags: ['Home'], favorite: true }
  )
  return { store, a: await addItem(store, first), b: await addItem(store, second) }
}

describe('making one item of two', () => {
  test('loses no value, repeats none, and keeps all tags', async () => {
    const { store, a, b } = await twins()
    await store.save(mergeItems([a, b]))
    expect(values(store, a)).toEqual([
      'username=mara',
      'password=newer',
      'url=https://github.com',
      'password-2=older',
      'notes=asked support in May'
    ])
    expect(store.opened().folded.list(a)).toMatchObject({ title: 'GitHub', tags: ['Home', 'Work'], favorite: true })
    expect(store.opened().folded.list(b)?.trashedAt).not.toBeNull()
    const added = itemFields(store.opened().folded.properties(a)).find(({ id }) => id === 'password-2')
    expect(added).toMatchObject({ concealed: true, section: 'GitHub (old) 2026-02-03' })
  })

  test('is one step that can be taken back', async () => {
    const { store, a, b } = await twins()
    const before = [values(store, a), values(store, b)]
    const undo = createUndo(store)
    await undo.save('merge', mergeItems([a, b]))
    await undo.undo()
    expect([values(store, a), values(store, b)]).toEqual(before)
    expect(store.opened().folded.list(b)?.trashedAt).toBeNull()
    expect(store.opened().folded.list(a)).toMatchObject({ tags: ['Work'], favorite: false })
  })

  test('takes an attachment along by its name', async () => {
    const { store, a, b } = await twins()
    const attachment = {
      attachment: 'ab'.repeat(16),
      name: 'scan.pdf',
      size: 3,
      mediaType: 'application/pdf',
      sha256: 'cd'.repeat(32),
      chunks: 1
    }
    await store.save((_opened, at) => [{ item: b, at, set: { 'value:scan': attachment } }])
    await store.save(mergeItems([a, b]))
    expect(store.opened().folded.properties(a).get('value:scan')?.value).toEqual(attachment)
  })
})
