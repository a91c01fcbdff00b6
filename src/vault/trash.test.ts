import { expect, test } from 'vitest'
import { trashItems } from './item/change-items.ts'
import { addItem, editOf } from './test-support/daily-vault.ts'
import { memoryStore } from './test-support/memory-store.ts'
import { emptyOldTrash } from './trash.ts'

const DAY = 24 * 60 * 60 * 1000

async function vaultAt(days: number) {
  let now = 1000 * DAY
  const store = memoryStore(() => now)
  const [old, young, kept] = [
    await addItem(store, editOf('old', {})),
    await addItem(store, editOf('young', {})),
    await addItem(store, editOf('kept', {}))
  ]
  await store.save(trashItems([old]))
  now += 10 * DAY
  await store.save(trashItems([young]))
  now += (days - 10) * DAY
  return { store, old, young, kept, setNow: (time: number) => (now = time) }
}

test('what was trashed more than thirty days ago is purged, with a note that says how many', async () => {
  const { store, old, young, kept } = await vaultAt(31)
  expect(await emptyOldTrash(store)).toBe(1)
  const { folded } = store.opened()
  expect([old, young, kept].map((id) => folded.has(id))).toEqual([false, true, true])
  const notes = [...folded.journal()].filter(([name]) => name.startsWith('journal:')).map(([, { value }]) => value)
  expect(notes).toEqual([{ kind: 'trash', items: 1 }])
})

test('thirty days are kept to the day, and nothing is saved where nothing is due', async () => {
  const { store } = await vaultAt(30)
  const saves = store.saves()
  expect(await emptyOldTrash(store)).toBe(0)
  expect(store.saves()).toBe(saves)
})

test('a clock that is behind the vault is not believed', async () => {
  const { store, old, setNow } = await vaultAt(60)
  await addItem(store, editOf('newer', {}))
  setNow(1059 * DAY)
  expect(await emptyOldTrash(store)).toBe(0)
  expect(store.opened().folded.has(old)).toBe(true)
})
