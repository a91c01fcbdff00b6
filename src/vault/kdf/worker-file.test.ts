import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findWorkerFile } from './worker-file.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coffer-worker-'))
  await mkdir(join(folder, 'out/main/chunks/deep/deeper'), { recursive: true })
})
afterEach(async () => rm(folder, { recursive: true }))

describe('the built worker', () => {
  test('is found beside the entry and from folders of chunks below it', async () => {
    const worker = join(folder, 'out/main/kdf-worker.js')
    await writeFile(worker, '')
    for (const start of ['out/main', 'out/main/chunks', 'out/main/chunks/deep'])
      expect(findWorkerFile(join(folder, start))).toBe(worker)
  })

  test('is an error where it is not, rather than some file further up', async () => {
    await writeFile(join(folder, 'out/kdf-worker.js'), '')
    expect(() => findWorkerFile(join(folder, 'out/main/chunks/deep'))).toThrow('INTERNAL')
    expect(() => findWorkerFile(join(folder, 'nowhere'))).toThrow('INTERNAL')
  })
})
