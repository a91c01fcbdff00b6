import { execFileSync } from 'node:child_process'
import { chmod, mkdir, open, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { readSmallFile, replaceWithBytes } from './atomic-write.ts'
import { diskError } from './disk-error.ts'
import { readHead } from './read-head.ts'
import {
  createTestVault,
  openTestVault,
  readBack,
  testKeys,
  items,
  itemChange,
  asSource
} from './test-support/test-vault.ts'
import { tempFolder } from './test-support/temp-folder.ts'
import { nodeFs } from './vault-fs.ts'
import { writeSnapshot } from './write-snapshot.ts'

let folder: string
beforeEach(async () => {
  folder = await tempFolder()
})

const made = testKeys()
const bytes = new TextEncoder().encode('whole')

describe('the disk', () => {
  test('says what it refuses in our codes', () => {
    const codes = {
      ENOSPC: 'NO_SPACE',
      EDQUOT: 'NO_SPACE',
      EROFS: 'READ_ONLY',
      EACCES: 'PERMISSION',
      EPERM: 'PERMISSION',
      ENOENT: 'NOT_FOUND',
      EEXIST: 'ALREADY_EXISTS',
      EISDIR: 'NOT_A_FILE',
      EIO: 'IO',
      ESTALE: 'IO'
    }
    for (const [errno, code] of Object.entries(codes)) {
      expect(diskError(Object.assign(new Error('x'), { code: errno }))).toMatchObject({ code, detail: { errno } })
    }
  })

  test('gives and takes bytes at absolute positions', async () => {
    const path = join(folder, 'a')
    const file = await nodeFs.open(path, 'wx')
    expect(await file.write(bytes, 3)).toBe(5)
    await file.sync()
    await file.dataSync()
    await file.truncate(6)
    const into = new Uint8Array(10)
    expect(await file.read(into, 2)).toBe(4)
    expect([...into.subarray(0, 4)]).toEqual([0, ...bytes.subarray(0, 3)])
    expect(await file.stat()).toMatchObject({ size: 6, isFile: true, isDirectory: false })
    await file.close()
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    await expect(nodeFs.open(path, 'wx')).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
    await expect(nodeFs.open(join(folder, 'b'), 'r')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await nodeFs.stat(join(folder, 'b'))).toBeNull()
  })

  test('does nothing in silence with a file that is closed', async () => {
    const file = await nodeFs.open(join(folder, 'a'), 'wx')
    await file.close()
    const calls = [file.sync, file.dataSync, file.stat, async () => file.truncate(0)]
    for (const call of calls) await expect(call()).rejects.toMatchObject({ code: 'IO' })
  })

  test.skipIf(process.platform !== 'linux')('syncs a folder and closes it', async () => {
    const handle = await open(folder, 'r')
    const sync = vi.spyOn(Object.getPrototypeOf(handle) as typeof handle, 'sync')
    await handle.close()
    const before = (await readdir('/proc/self/fd')).length
    for (let count = 0; count < 20; count++) await nodeFs.syncDir(folder)
    expect(sync).toHaveBeenCalledTimes(20)
    expect((await readdir('/proc/self/fd')).length).toBeLessThan(before + 10)
  })

  test('tells folders, pipes and devices from files without waiting for them', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')])
    for (const path of [folder, join(folder, 'pipe'), '/dev/zero']) {
      await expect(readHead(nodeFs, path)).rejects.toMatchObject({ code: 'NOT_A_FILE' })
      await expect(readSmallFile(nodeFs, path, 100)).rejects.toMatchObject({ code: 'NOT_A_FILE' })
      await expect(replaceWithBytes(nodeFs, { path, replace: true }, bytes)).rejects.toMatchObject({
        code: 'NOT_A_FILE'
      })
    }
    expect(await nodeFs.readdir(folder)).toEqual(['pipe'])
  })
})

describe('a file that is replaced', () => {
  test('is private, whole, and leaves nothing beside it', async () => {
    const path = join(folder, 'a')
    await replaceWithBytes(nodeFs, { path, replace: true }, new Uint8Array(1000))
    await chmod(path, 0o644)
    await replaceWithBytes(nodeFs, { path, replace: true }, bytes)
    expect(await readFile(path, 'utf8')).toBe('whole')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await nodeFs.readdir(folder)).toEqual(['a'])
  })

  test('is not replaced when a new one was meant', async () => {
    const path = join(folder, 'a')
    await writeFile(path, 'old')
    await expect(replaceWithBytes(nodeFs, { path, replace: false }, bytes)).rejects.toMatchObject({
      code: 'ALREADY_EXISTS'
    })
    expect(await readFile(path, 'utf8')).toBe('old')
    expect(await nodeFs.readdir(folder)).toEqual(['a'])
  })

  test('is the one behind a link, and the link stays', async () => {
    await mkdir(join(folder, 'real'))
    await writeFile(join(folder, 'real/a'), 'old')
    await symlink(join(folder, 'real/a'), join(folder, 'alias'))
    await replaceWithBytes(nodeFs, { path: join(folder, 'alias'), replace: true }, bytes)
    expect(await readFile(join(folder, 'real/a'), 'utf8')).toBe('whole')
    expect(await nodeFs.realpath(join(folder, 'alias'))).toBe(join(folder, 'real/a'))
  })

  test('keeps its old content under the name that was asked for, where links are and where they are not', async () => {
    const linkless = {
      ...nodeFs,
      link: async () => Promise.reject(diskError(Object.assign(new Error('x'), { code: 'ENOTSUP' })))
    }
    for (const [index, fs] of [nodeFs, linkless].entries()) {
      const [path, keepAs] = [join(folder, `v${index}`), join(folder, `kept${index}`)]
      await createTestVault(fs, made, items(1, 2), path)
      const opened = await openTestVault(fs, made, 'write', { path })
      await opened.file.append({ changes: [itemChange(3)] })
      const before = await readFile(path)
      const again = await openTestVault(fs, made, 'read', { path })
      await writeSnapshot(fs, { path, replace: true }, made.head, made.keys, asSource(again), { keepAs })
      expect(before.equals(await readFile(keepAs))).toBe(true)
      expect(before.equals(await readFile(path))).toBe(false)
      expect(await readBack(fs, made, path)).toEqual(await readBack(fs, made, keepAs))
      const taken = writeSnapshot(fs, { path, replace: true }, made.head, made.keys, asSource(again), { keepAs })
      await expect(taken).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
    }
  })

  test('is left alone when it changed in the meantime, or the work was cancelled', async () => {
    const path = join(folder, 'v')
    await createTestVault(nodeFs, made, items(1, 50), path)
    const opened = await openTestVault(nodeFs, made, 'write', { path })
    const other = await openTestVault(nodeFs, made, 'write', { path })
    await other.file.append({ changes: [itemChange(60)] })
    const before = await readFile(path)
    const write = async (options: Parameters<typeof writeSnapshot>[5]) =>
      writeSnapshot(nodeFs, { path, replace: true }, made.head, made.keys, asSource(opened), options)
    await expect(write({ beforeSwap: opened.file.checkUnchanged })).rejects.toMatchObject({
      code: 'FILE_CHANGED_ON_DISK'
    })
    await expect(write({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(before.equals(await readFile(path))).toBe(true)
    expect(await nodeFs.readdir(folder)).toEqual(['v'])
  })

  test('takes the place of what a killed process left behind days ago, and of nothing else', async () => {
    const { utimes } = await import('node:fs/promises')
    const names = ['.coffer-0123456789abcdef.tmp', '.coffer-fedcba9876543210.tmp', '.coffer-notes.tmp', 'other.tmp']
    for (const name of names) await writeFile(join(folder, name), '')
    const old = new Date(Date.now() - 3 * 24 * 60 * 60 * 1000)
    for (const name of [names[0], names[2], names[3]]) await utimes(join(folder, name ?? ''), old, old)
    await replaceWithBytes(nodeFs, { path: join(folder, 'a'), replace: true }, bytes)
    expect((await nodeFs.readdir(folder)).toSorted()).toEqual([...names.slice(1), 'a'].toSorted())
  })
})

describe('a snapshot', () => {
  test('is written and checked in pieces, whatever the size of the vault', async () => {
    const path = join(folder, 'v')
    const largest = { write: 0, read: 0 }
    const measured = {
      ...nodeFs,
      open: async (...asked: Parameters<typeof nodeFs.open>) => {
        const file = await nodeFs.open(...asked)
        return {
          ...file,
          write: async (into: Uint8Array, position: number) => (
            (largest.write = Math.max(largest.write, into.length)), file.write(into, position)
          ),
          read: async (into: Uint8Array, position: number) => (
            (largest.read = Math.max(largest.read, into.length)), file.read(into, position)
          )
        }
      }
    }
    const notes = (item: string) => `${item} `.repeat(20)
    const long = items(1, 5000).map((each) => ({ ...each, set: { ...each.set, 'value:notes': notes(each.item) } }))
    await createTestVault(measured, made, long, path)
    expect((await stat(path)).size).toBeGreaterThan(2.5 * 2 ** 20)
    expect(largest.write).toBeLessThan(80_000)
    expect(largest.read).toBeLessThanOrEqual(2 ** 21)
    const progress: number[] = []
    const opened = await openTestVault(nodeFs, made, 'read', { path })
    const onProgress = (done: number, total: number): void => void progress.push(done / total)
    const { items: count, bytes: size } = await writeSnapshot(
      nodeFs,
      { path, replace: true },
      made.head,
      made.keys,
      asSource(opened),
      { onProgress }
    )
    expect([count, size, progress.at(-1)]).toEqual([5000, (await stat(path)).size, 1])
    expect(progress.length).toBeGreaterThan(10)
  })
})

describe('the head of a file', () => {
  test('says what the file is before any key is known', async () => {
    const path = join(folder, 'v')
    await createTestVault(nodeFs, made, [], path)
    expect((await readHead(nodeFs, path)).header).toEqual(made.head.header)
    const whole = await readFile(path)
    for (const [content, code] of [
      [new Uint8Array(), 'NOT_A_VAULT'],
      [new TextEncoder().encode('%PDF-1.7 and so on'), 'NOT_A_VAULT'],
      [whole.subarray(0, 10), 'VAULT_DAMAGED'],
      [whole.subarray(0, 200), 'VAULT_DAMAGED'],
      [Buffer.concat([Buffer.from('COFFER\0\x02', 'latin1'), whole.subarray(8)]), 'VAULT_TOO_NEW']
    ] as const) {
      await writeFile(path, content)
      await expect(readHead(nodeFs, path)).rejects.toMatchObject({ code })
    }
  })
})
