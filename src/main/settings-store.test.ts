import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../shared/settings.ts'
import { createRecentVaults } from './recent-vaults.ts'
import { DEFAULTS, openSettingsStore, parseStored } from './settings-store.ts'

let folder = ''
const path = () => join(folder, 'settings.json')
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coffer-settings-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('a first start has the defaults, and writes nothing', async () => {
  const store = await openSettingsStore(path())
  expect(store.read()).toEqual(DEFAULTS)
  expect(await readdir(folder)).toEqual([])
})

test('a change is read at once, is there at the next start, and is readable by the user alone', async () => {
  const store = await openSettingsStore(path())
  const written = store.change({ settings: { ...DEFAULT_SETTINGS, lockAfterMinutes: 5 } })
  expect(store.read().settings.lockAfterMinutes).toBe(5)
  await written
  expect((await openSettingsStore(path())).read().settings.lockAfterMinutes).toBe(5)
  expect(await readdir(folder)).toEqual(['settings.json'])
  expect((await stat(path())).mode & 0o777).toBe(0o600)
})

test('of changes one after the other the last one stays', async () => {
  const store = await openSettingsStore(path())
  await Promise.all(
    [1, 2, 3].map((lockAfterMinutes) => store.change({ settings: { ...DEFAULT_SETTINGS, lockAfterMinutes } }))
  )
  expect(parseStored(await readFile(path(), 'utf8')).settings.lockAfterMinutes).toBe(3)
})

test('a disk that cannot be written is told to who changes, and the next change is tried again', async () => {
  const store = await openSettingsStore(join(folder, 'gone', 'settings.json'))
  await expect(store.change({ recentVaults: ['/a'] })).rejects.toThrow('ENOENT')
  await expect(store.change({ recentVaults: ['/b'] })).rejects.toThrow('ENOENT')
  expect(store.read().recentVaults).toEqual(['/b'])
})

test('what is no change is not written; what could not be written is, when it comes again', async () => {
  const store = await openSettingsStore(path())
  await store.change({})
  expect(await readdir(folder)).toEqual([])
  await store.change({ recentVaults: ['/a'] })
  await rm(path())
  await store.change({ recentVaults: ['/a'] })
  expect(await readdir(folder)).toEqual([])
  const gone = await openSettingsStore(join(folder, 'gone', 'settings.json'))
  await expect(gone.change({ recentVaults: ['/b'] })).rejects.toThrow('ENOENT')
  await mkdir(join(folder, 'gone'))
  await gone.change({ recentVaults: ['/b'] })
  expect(await readdir(join(folder, 'gone'))).toEqual(['settings.json'])
})

test.each([
  '',
  'null',
  '[]',
  '{',
  '"x"',
  '{"settings":7,"window":{},"recentVaults":{}}',
  '{"__proto__":{"settings":{}}}'
])('a damaged file (%j) is the defaults', async (text) => {
  await writeFile(path(), text)
  expect((await openSettingsStore(path())).read()).toEqual(DEFAULTS)
})

test('a damaged section does not take the others with it, and auto-lock cannot be set beyond its bounds', () => {
  const text = JSON.stringify({ settings: { ...DEFAULT_SETTINGS, lockAfterMinutes: 9999 }, recentVaults: ['/a'] })
  expect(parseStored(text)).toEqual({ ...DEFAULTS, recentVaults: ['/a'] })
})

test('five vaults are remembered, the last opened first, each once', async () => {
  const recent = createRecentVaults(await openSettingsStore(path()))
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'c']) await recent.remember(`/${name}`)
  expect(recent.paths()).toEqual(['/c', '/f', '/e', '/d', '/b'])
})
