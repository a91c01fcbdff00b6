import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ROOT } from './run.mjs'
import { isStale } from './stale.mjs'

let folder = ''
const path = (name: string) => join(folder, name)
const fromRoot = (name: string) => relative(ROOT, path(name))
/** Last changed so many seconds after the epoch. */
const at = (name: string, seconds: number) => utimesSync(path(name), seconds, seconds)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coffer-stale-'))
  mkdirSync(path('src/deep'), { recursive: true })
  writeFileSync(path('src/deep/a.ts'), '')
  writeFileSync(path('built.js'), '')
  for (const name of ['src/deep/a.ts', 'src/deep', 'src']) at(name, 100)
  at('built.js', 200)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('what is newer than all its sources is used as it is', () => {
  expect(isStale(fromRoot('built.js'), [fromRoot('src'), fromRoot('not-there')])).toBe(false)
})

test('a source that changed, however deep, or one that was removed, asks for a build', () => {
  at('src/deep/a.ts', 300)
  expect(isStale(fromRoot('built.js'), [fromRoot('src')])).toBe(true)
  at('src/deep/a.ts', 100)
  rmSync(path('src/deep/a.ts'))
  expect(isStale(fromRoot('built.js'), [fromRoot('src')])).toBe(true)
})

test('nothing built asks for a build', () => {
  expect(isStale(fromRoot('gone.js'), [fromRoot('src')])).toBe(true)
})
