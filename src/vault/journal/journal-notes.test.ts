import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Environment } from '../environment.ts'
import { createVault } from '../create-vault.ts'
import { eachInItsFolder, PASSWORD } from '../test-support/quick-environment.ts'
import { journalNotes } from './journal-notes.ts'

const place = eachInItsFolder()
const DEVICE = 'aaaaaaaa'
const NOW = Date.UTC(2026, 10, 25)

const stampAt = (time: number): string => `${time.toString(16).padStart(12, '0')}0000${DEVICE}`
const entryAt = (index: number) => ({
  id: stampAt(NOW + index * 120_000),
  value: { kind: 'read', item: `item-${index}`, fields: ['password'], by: 'coffer run' }
})
const entries = (count: number) => Array.from({ length: count }, (_, index) => entryAt(index))

async function created(environment: Environment) {
  const { path } = place()
  return createVault(environment, { path, name: 'Mine', masterPassword: PASSWORD })
}

test('a program that opened a thousand secrets leaves all of their entries, in notes that can be read', async () => {
  const { environment } = place()
  const { session } = await created(environment)
  const notes = journalNotes(environment, () => session.store.opened().scope)
  await notes.keep(entries(1000))
  const read = (await notes.read()).flatMap(({ waiting }) => waiting)
  expect(new Set(read.map(({ id }) => id))).toEqual(new Set(entries(1000).map(({ id }) => id)))
  await session.lock()
})

test('notes of many days are taken in by several saves, each far below what one change can hold', async () => {
  const { environment } = place()
  const { session } = await created(environment)
  const { store } = session
  const notes = journalNotes(environment, () => store.opened().scope)
  for (const entry of entries(41)) await notes.keep([entry])
  const { frames } = store.opened().file.tip
  await session.journal.settle()
  expect(store.opened().folded.journal().size).toBe(41)
  expect(store.opened().file.tip.frames - frames).toBe(2)
  for (const folder of await readdir(join(environment.appFolder, 'journal')))
    expect(await readdir(join(environment.appFolder, 'journal', folder))).toEqual([])
  await session.lock()
})
