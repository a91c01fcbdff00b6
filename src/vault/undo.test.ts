import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openValue } from '../core/vault/concealed.ts'
import type { ItemEdit } from '../shared/item-views.ts'
import { createItem, editItem, newItemId, purgeItems, restoreItems, trashItems } from './item/change-items.ts'
import { memoryStore, type MemoryStore } from './test-support/memory-store.ts'
import { createUndo, type Undo } from './undo.ts'

const password = (value: string): ItemEdit['fields'][number] => ({
  change: 'put',
  id: 'password',
  label: 'field.password',
  kind: 'password',
  concealed: true,
  section: '',
  order: 0,
  value
})
const titled = (title: string, secret = 'first secret'): ItemEdit => ({
  title,
  tags: ['Work'],
  fields: [password(secret)]
})

async function made(undo: Undo, edit = titled('GitHub')): Promise<string> {
  const id = newItemId()
  await undo.save('create', createItem(id, 'login', edit))
  undo.settle()
  return id
}

async function edit(store: MemoryStore, undo: Undo, id: string, change: ItemEdit): Promise<void> {
  await undo.save('edit', editItem(id, store.opened().folded.list(id)?.revision ?? '', change))
}

/** What the user sees of an item: stamps aside. */
function seen(store: MemoryStore, id: string): unknown {
  const { folded, scope } = store.opened()
  const { title, tags, favorite, trashedAt, checks } = folded.list(id) ?? {}
  const value = folded.properties(id).get('value:password')
  const secret =
    value === undefined || value.value === null
      ? null
      : openValue(scope, { item: id, at: value.at, name: 'value:password' }, value.value)
  return { title, tags, favorite, trashed: trashedAt !== null, checks, secret }
}

describe('undo', () => {
  test('gives an edited item its old title, tags and password back, and redo the new ones', async () => {
    const store = memoryStore()
    const undo = createUndo(store)
    const id = await made(undo)
    const before = seen(store, id)
    await edit(store, undo, id, { title: 'GitLab', tags: ['Home'], fields: [password('second secret')] })
    const after = seen(store, id)
    expect(await undo.undo()).toEqual({ of: 'edit', items: 1, title: 'GitHub', shows: id })
    expect(seen(store, id)).toEqual(before)
    expect(undo.state()).toMatchObject({ undo: { of: 'create' }, redo: { of: 'edit' } })
    await undo.redo()
    expect(seen(store, id)).toEqual(after)
  })

  test('puts what was created into the trash, with all that the editor saved of it since', async () => {
    const store = memoryStore()
    const undo = createUndo(store)
    const id = newItemId()
    await undo.save('create', createItem(id, 'login', titled('G')))
    await edit(store, undo, id, { title: 'GitHub', fields: [] })
    await undo.undo()
    expect(seen(store, id)).toMatchObject({ title: 'GitHub', trashed: true })
    expect(undo.state().undo).toBeNull()
    await undo.redo()
    expect(seen(store, id)).toMatchObject({ title: 'GitHub', trashed: false })
  })

  test('takes back all that one opening of the editor saved, and no more', async () => {
    const store = memoryStore()
    const undo = createUndo(store)
    const id = await made(undo)
    for (const title of ['a', 'b']) await edit(store, undo, id, { title, fields: [] })
    undo.settle()
    for (const title of ['c', 'd']) await edit(store, undo, id, { title, fields: [] })
    await undo.undo()
    expect(seen(store, id)).toMatchObject({ title: 'b' })
    await undo.undo()
    expect(seen(store, id)).toMatchObject({ title: 'GitHub' })
  })

  test('of many items at once is one step', async () => {
    const store = memoryStore()
    const undo = createUndo(store)
    const ids = [await made(undo), await made(undo), await made(undo)]
    await undo.save('trash', trashItems(ids))
    expect(await undo.undo()).toMatchObject({ of: 'trash', items: 3, shows: null })
    expect(ids.map((id) => store.opened().folded.list(id)?.trashedAt)).toEqual([null, null, null])
  })

  test('leaves alone what has changed again elsewhere, and says so when nothing is left', async () => {
    const store = memoryStore()
    const undo = createUndo(store)
    const id = await made(undo)
    await edit(store, undo, id, { title: 'mine', favorite: true, fields: [] })
    await store.save(editItem(id, store.opened().folded.list(id)?.revision ?? '', { title: 'theirs', fields: [] }))
    await undo.undo()
    expect(seen(store, id)).toMatchObject({ title: 'theirs', favorite: false })
    await edit(store, undo, id, { title: 'mine again', fields: [] })
    await store.save(editItem(id, store.opened().folded.list(id)?.revision ?? '', { title: 'theirs', fields: [] }))
    await expect(undo.undo()).rejects.toMatchObject({ code: 'STALE' })
  })

  test('never brings a purged item back', async () => {
    const store = memoryStore()
    const undo = createUndo(store)
    const id = await made(undo)
    await undo.save('trash', trashItems([id]))
    await store.save(purgeItems([id]))
    await expect(undo.undo()).rejects.toMatchObject({ code: 'STALE' })
    expect(store.opened().folded.has(id)).toBe(false)
  })

  test('has nothing to take back under a new key', async () => {
    const store = memoryStore()
    const undo = createUndo(store)
    await made(undo)
    const header = store.opened().head.header as { keyEpoch: number }
    header.keyEpoch = 2
    expect(await undo.undo()).toBeNull()
    expect(undo.state()).toEqual({ undo: null, redo: null })
  })

  test('of everything gives the beginning, and redo of everything the end, whatever was done', async () => {
    const steps = fc.array(
      fc.record({
        what: fc.constantFrom('title', 'secret', 'tags', 'star', 'trash', 'restore'),
        on: fc.nat(2),
        value: fc.constantFrom('a', 'b', 'c', '')
      }),
      { minLength: 1, maxLength: 25 }
    )
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const store = memoryStore(() => 1000)
        const undo = createUndo(store)
        const ids = [await made(undo), await made(undo), await made(undo)]
        const fresh = createUndo(store)
        const look = () => ids.map((id) => seen(store, id))
        const begin = look()
        for (const { what, on, value } of all) {
          const id = ids[on] ?? ''
          if (what === 'trash') await fresh.save('trash', trashItems([id]))
          else if (what === 'restore') await fresh.save('restore', restoreItems(ids))
          else await edit(store, fresh, id, EDITS[what](value))
          if (value !== 'c') fresh.settle()
        }
        const end = look()
        let taken = 0
        while ((await fresh.undo()) !== null) taken += 1
        expect(look()).toEqual(begin)
        for (let again = 0; again < taken; again++) await fresh.redo()
        expect(look()).toEqual(end)
        expect(await fresh.redo()).toBeNull()
      }),
      { numRuns: 60 }
    )
  })
})

const EDITS = {
  title: (value: string): ItemEdit => ({ title: value, fields: [] }),
  secret: (value: string): ItemEdit => ({ fields: [password(value)] }),
  tags: (value: string): ItemEdit => ({ tags: value === '' ? [] : [value, 'Work'], fields: [] }),
  star: (value: string): ItemEdit => ({ favorite: value === 'a', fields: [] })
}
