import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLastSelected } from './last-selected.ts'
import { openSettingsStore } from './settings-store.ts'

const ITEM = '00000000-0000-4000-8000-000000000001'
const OTHER = '00000000-0000-4000-8000-000000000002'
let folder = ''
const path = () => join(folder, 'settings.json')
const open = async () => createLastSelected(await openSettingsStore(path()))
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coffer-selected-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('the item that was selected at the lock is known at the next start, to its own vault alone', async () => {
  const selected = await open()
  selected.select('/a', ITEM)
  selected.select('/b', OTHER)
  await selected.keep()
  const next = await open()
  expect([next.of('/a'), next.of('/b'), next.of('/c')]).toEqual([ITEM, OTHER, null])
  next.select('/a', null)
  await next.keep()
  expect((await open()).of('/a')).toBeNull()
})

test('selecting writes nothing before the lock', async () => {
  const selected = await open()
  selected.select('/a', ITEM)
  expect(selected.of('/a')).toBe(ITEM)
  await expect(readFile(path())).rejects.toThrow('ENOENT')
})

test('the place of no more than five vaults is kept, and what is no id is not read', async () => {
  const selected = await open()
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) selected.select(`/${name}`, ITEM)
  await selected.keep()
  const next = await open()
  expect([next.of('/a'), next.of('/b'), next.of('/f')]).toEqual([null, ITEM, ITEM])
  await writeFile(path(), JSON.stringify({ lastSelected: [{ vault: '/a', item: 'GitHub' }] }))
  expect((await open()).of('/a')).toBeNull()
})
