import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { looksLikeVault } from './vault-file-check.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coffer-check-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function fileOf(bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, `${Math.random()}.coffer`)
  await writeFile(path, bytes)
  return path
}
const head = (version: number) => Uint8Array.of(...Buffer.from('COFFER'), 0, version, 0, 0, 1, 0)

test('a vault is one by its first bytes, also a newer or a cut one', async () => {
  expect(await looksLikeVault(await fileOf(head(1)))).toBe(true)
  expect(await looksLikeVault(await fileOf(head(9)))).toBe(true)
  expect(await looksLikeVault(await fileOf(head(1).subarray(0, 9)))).toBe(true)
})

test('other files, an empty one, a folder and nothing at all are none', async () => {
  expect(await looksLikeVault(await fileOf('COFFEE is no vault'))).toBe(false)
  expect(await looksLikeVault(await fileOf(''))).toBe(false)
  expect(await looksLikeVault(folder)).toBe(false)
  expect(await looksLikeVault(join(folder, 'gone.coffer'))).toBe(false)
  expect(await looksLikeVault('')).toBe(false)
})

test.skipIf(process.platform === 'win32')('a pipe that nobody writes to does not hang the app', async () => {
  const pipe = join(folder, 'pipe.coffer')
  execFileSync('mkfifo', [pipe])
  expect(await looksLikeVault(pipe)).toBe(false)
})
