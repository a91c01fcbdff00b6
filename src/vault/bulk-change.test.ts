import { expect, test } from 'vitest'
import { changeMany } from './bulk-change.ts'
import { addItem, editOf, revisionOf } from './test-support/daily-vault.ts'
import { memoryStore } from './test-support/memory-store.ts'

test('tags go on and off many items in one save, and items that have them already keep their date', async () => {
  const store = memoryStore()
  const a = await addItem(store, editOf('a', {}, { tags: ['Work'] }))
  const b = await addItem(store, editOf('b', {}, { tags: ['Home'] }))
  const before = revisionOf(store, a)
  const saves = store.saves()
  await store.save(changeMany([a, b], { set: 'tags', add: [' Work '], remove: ['Home'] }))
  expect([a, b].map((id) => store.opened().folded.list(id)?.tags)).toEqual([['Work'], ['Work']])
  expect(store.saves()).toBe(saves + 1)
  expect(revisionOf(store, a)).toBe(before)
})

test('a star goes on many items, and an unknown one changes nothing at all', async () => {
  const store = memoryStore()
  const a = await addItem(store, editOf('a', {}))
  const unknown = '00000000-0000-4000-8000-000000000009'
  const both = store.save(changeMany([a, unknown], { set: 'favorite', favorite: true }))
  await expect(both).rejects.toMatchObject({ code: 'ITEM_NOT_FOUND' })
  expect(store.opened().folded.list(a)?.favorite).toBe(false)
  await store.save(changeMany([a, a], { set: 'favorite', favorite: true }))
  expect(store.opened().folded.list(a)?.favorite).toBe(true)
})
