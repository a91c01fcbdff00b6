import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { VaultError } from '../../core/errors.ts'
import { readSmallFile, replaceWithBytes } from './atomic-write.ts'
import { diskError } from './disk-error.ts'
import { atFrame } from './frame-at.ts'
import { readExactly, readPieces, readUpTo } from './read-exactly.ts'
import { setAsideTail } from './set-aside-tail.ts'
import { sweepTempFiles, tempName } from './temp-files.ts'
import { memoryDisk } from './test-support/memory-disk.ts'
import { tempFolder } from './test-support/temp-folder.ts'
import { nodeFs, type OpenFile, type VaultFs } from './vault-fs.ts'
import { writeAll } from './write-all.ts'

const file = async (bytes: number): Promise<OpenFile> => {
  const disk = memoryDisk()
  disk.put(
    '/a',
    Uint8Array.from({ length: bytes }, (_, index) => index % 251)
  )
  return disk.fs.open('/a', 'r+')
}
const place = { offset: 70, length: 9, kind: 1, previousTag: new Uint8Array(16), tag: new Uint8Array(16) }

describe('an error of the disk', () => {
  test('is one of ours, and stays what it is when it is one already', () => {
    const ours = new VaultError('LOCKED')
    expect(diskError(ours)).toBe(ours)
    expect(diskError(Object.assign(new Error('x'), { code: 'EBUSY' }))).toMatchObject({
      code: 'IO',
      detail: { errno: 'EBUSY' }
    })
    for (const odd of [new Error('x'), null, undefined, 'text', { code: 7 }, {}])
      expect(diskError(odd)).toMatchObject({ code: 'IO', detail: { errno: 'UNKNOWN' } })
  })

  test('says at which frame when the frame is damaged, and nothing about frames otherwise', () => {
    const failing = (error: unknown) => () =>
      atFrame(place, () => {
        throw error
      })
    expect(failing(new VaultError('VAULT_DAMAGED', { offset: 3 }))).toThrow(
      expect.objectContaining({ detail: { offset: 70 } })
    )
    expect(failing(new VaultError('IO', { errno: 'EIO' }))).toThrow(
      expect.objectContaining({ detail: { errno: 'EIO' } })
    )
    expect(failing(new TypeError('a slip'))).toThrow('a slip')
    expect(atFrame(place, () => 5)).toBe(5)
  })

  test('of stat is told, unless it is that there is nothing', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, 'file'), 'x')
    expect(await nodeFs.stat(join(folder, 'none'))).toBeNull()
    await expect(nodeFs.stat(join(folder, 'file/below'))).rejects.toMatchObject({ code: 'NOT_A_FILE' })
  })

  test('of syncing a folder cannot come on Windows, which has no such thing', async () => {
    await expect(nodeFs.syncDir('/no/such/folder')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const platform = vi.spyOn(process, 'platform', 'get').mockReturnValue('win32')
    await nodeFs.syncDir('/no/such/folder')
    platform.mockRestore()
  })
})

describe('reading and writing', () => {
  test('goes on after short writes, and gives up on a disk that takes nothing', async () => {
    const open = await file(0)
    const taken: number[] = []
    const few: OpenFile = {
      ...open,
      async write(bytes, position) {
        taken.push(position)
        return open.write(bytes.subarray(0, 3), position)
      }
    }
    expect(await writeAll(few, Uint8Array.of(1, 2, 3, 4, 5, 6, 7), 2)).toBe(9)
    expect(taken).toEqual([2, 5, 8])
    await expect(writeAll({ ...open, write: async () => 0 }, Uint8Array.of(1), 0)).rejects.toMatchObject({
      code: 'IO',
      detail: { errno: 'SHORT_WRITE' }
    })
  })

  test('of a piece that is not all there is an error, and in pieces gives every byte once', async () => {
    const open = await file(600_000)
    expect((await readExactly(open, 599_990, 10)).length).toBe(10)
    await expect(readExactly(open, 599_991, 10)).rejects.toMatchObject({ code: 'IO', detail: { errno: 'SHORT_READ' } })
    const pieces: Uint8Array[] = []
    for await (const piece of readPieces(open, 5, 600_000)) pieces.push(piece)
    expect(pieces.map(({ length }) => length)).toEqual([262_144, 262_144, 75_707])
    expect(pieces.map((piece) => piece[0])).toEqual([5, (5 + 262_144) % 251, (5 + 524_288) % 251])
  })
})

describe('setting a torn end aside', () => {
  test('takes the last of 99 names of a second, and no hundredth', async () => {
    const disk = memoryDisk()
    disk.put('/f/v', Uint8Array.of(1, 2, 3))
    const name = (number: number) => `/f/v.tail-19700101T000000Z${number === 1 ? '' : `-${number}`}`
    for (let number = 1; number < 99; number++) disk.put(name(number), new Uint8Array())
    const set = async () => setAsideTail(disk.fs, '/f/v', await disk.fs.open('/f/v', 'r+'), { offset: 1, bytes: 2 }, 0)
    expect(await set()).toBe(name(99))
    expect([disk.files().get(name(99)), disk.files().get('/f/v')]).toEqual([Uint8Array.of(2, 3), Uint8Array.of(1)])
    await expect(set()).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
    expect(disk.files().has(name(100))).toBe(false)
  })
})

describe('a small file', () => {
  test('that goes while it is checked is no success', async () => {
    const disk = memoryDisk()
    const losing: VaultFs = {
      ...disk.fs,
      open: async (path, flags) =>
        flags === 'r' ? Promise.reject(new VaultError('NOT_FOUND')) : disk.fs.open(path, flags)
    }
    await expect(replaceWithBytes(losing, { path: '/f/a', replace: false }, Uint8Array.of(1))).rejects.toMatchObject({
      code: 'IO',
      detail: { errno: 'READ_BACK' }
    })
  })

  test('is read up to its limit and refused past it', async () => {
    const path = join(await tempFolder(), 'small')
    await writeFile(path, new Uint8Array(64))
    expect((await readSmallFile(nodeFs, path, 64))?.length).toBe(64)
    await expect(readSmallFile(nodeFs, path, 63)).rejects.toMatchObject({ code: 'TOO_LARGE' })
    expect(await readSmallFile(nodeFs, `${path}.none`, 64)).toBeNull()
    await expect(readSmallFile(nodeFs, join(path, 'below'), 64)).rejects.toMatchObject({ code: 'NOT_A_FILE' })
  })

  test('that reads back otherwise is not put in place', async () => {
    const disk = memoryDisk()
    disk.put('/f/a', Uint8Array.of(1))
    for (const wrong of [Uint8Array.of(9, 9), Uint8Array.of(2)]) {
      const lying: VaultFs = {
        ...disk.fs,
        async open(path, flags) {
          const open = await disk.fs.open(path, flags)
          return {
            ...open,
            async write(bytes, position) {
              await open.write(wrong, position)
              return bytes.length
            }
          }
        }
      }
      await expect(replaceWithBytes(lying, { path: '/f/a', replace: true }, Uint8Array.of(2, 3))).rejects.toMatchObject(
        {
          code: 'IO',
          detail: { errno: 'READ_BACK' }
        }
      )
      expect([...disk.files()]).toEqual([['/f/a', Uint8Array.of(1)]])
    }
  })
})

describe('reading into memory that is there', () => {
  test('uses it where it is large enough, and no more of it than is read', async () => {
    const open = await file(100)
    for (const size of [10, 11, 64]) {
      const into = new Uint8Array(size)
      const bytes = await readUpTo(open, 5, 10, into)
      expect([bytes.buffer === into.buffer, bytes.length, bytes[0]]).toEqual([true, 10, 5])
    }
    const small = new Uint8Array(9)
    expect(await readUpTo(open, 5, 10, small)).toHaveLength(10)
    expect(small).toEqual(new Uint8Array(9))
    expect(await readUpTo(open, 95, 10, new Uint8Array(10))).toHaveLength(5)
  })

  test('gives no empty piece behind the last', async () => {
    const lengths: number[] = []
    for await (const piece of readPieces(await file(524_288), 0, 524_288)) lengths.push(piece.length)
    expect(lengths).toEqual([262_144, 262_144])
  })
})

describe('replacing', () => {
  const writes = { write: async (open: OpenFile) => writeAll(open, Uint8Array.of(5), 0) }

  test('a name that was free a moment ago never takes what came there meanwhile', async () => {
    const { replaceFile } = await import('./replace-file.ts')
    for (const link of ['refuses', 'is unknown'] as const) {
      const disk = memoryDisk()
      const racing: VaultFs = {
        ...disk.fs,
        async link(from, to) {
          disk.put(to, Uint8Array.of(7))
          if (link === 'refuses') return disk.fs.link(from, to)
          throw new VaultError('IO', { errno: 'ENOTSUP' })
        }
      }
      await expect(replaceFile(racing, { path: '/f/new', replace: false }, {}, writes)).rejects.toMatchObject({
        code: 'ALREADY_EXISTS'
      })
      expect([...disk.files()]).toEqual([['/f/new', Uint8Array.of(7)]])
    }
  })

  test('sweeps what a crash left a day ago, and nothing younger, other or not a file', async () => {
    const folder = await tempFolder()
    const { utimes } = await import('node:fs/promises')
    const old = new Date(Date.now() - 25 * 3_600_000)
    const names = ['.coffer-00112233445566ff.tmp', '.coffer-00112233445566f0.tmp', '.coffer-x.tmp', 'a.tmp']
    for (const name of names) await writeFile(join(folder, name), 'x')
    for (const name of names.filter((name) => !name.endsWith('f0.tmp'))) await utimes(join(folder, name), old, old)
    await mkdir(join(folder, '.coffer-aaaaaaaaaaaaaaaa.tmp'))
    await utimes(join(folder, '.coffer-aaaaaaaaaaaaaaaa.tmp'), old, old)
    await sweepTempFiles(nodeFs, folder)
    expect((await nodeFs.readdir(folder)).toSorted()).toEqual([
      '.coffer-00112233445566f0.tmp',
      '.coffer-aaaaaaaaaaaaaaaa.tmp',
      '.coffer-x.tmp',
      'a.tmp'
    ])
  })

  test('sweeps on behind a folder of such a name and a file that goes meanwhile, and not at the day itself', async () => {
    const names = ['a', 'b', 'c', 'd'].map((letter) => `.coffer-${letter.repeat(16)}.tmp`)
    const swept: string[] = []
    const facts = { size: 1, device: 1n, inode: 1n, isDirectory: false }
    const answers = [
      { ...facts, modifiedAt: 0, isFile: false },
      null,
      { ...facts, modifiedAt: 1, isFile: true },
      { ...facts, modifiedAt: 0, isFile: true }
    ]
    const busy: VaultFs = {
      ...nodeFs,
      readdir: async () => names,
      stat: async (path) => answers[names.indexOf(path.slice(3))] ?? null,
      unlink: async (path) => void swept.push(path)
    }
    await sweepTempFiles(busy, '/f', 24 * 3_600_000 + 1)
    expect(swept).toEqual([`/f/${names[3]}`])
    expect(tempName(Uint8Array.of(0, 1, 0x0f, 0xff, 0x10))).toBe('.coffer-00010fff10.tmp')
  })

  test('keeps no second name when the last step fails, and asks for none where nothing is replaced', async () => {
    const { replaceFile } = await import('./replace-file.ts')
    const disk = memoryDisk()
    const target = { path: '/f/a', replace: true }
    await replaceFile(disk.fs, target, { keepAs: '/f/kept' }, writes)
    expect([...disk.files().keys()]).toEqual(['/f/a'])
    const refusing: VaultFs = { ...disk.fs, rename: async () => Promise.reject(new VaultError('IO')) }
    await expect(replaceFile(refusing, target, { keepAs: '/f/kept' }, writes)).rejects.toMatchObject({ code: 'IO' })
    expect([...disk.files().keys()]).toEqual(['/f/a'])
  })

  test('refuses a name that is taken before it writes anything', async () => {
    const { replaceFile } = await import('./replace-file.ts')
    const disk = memoryDisk()
    disk.put('/f/a', Uint8Array.of(7))
    let written = 0
    const counting = { write: async (open: OpenFile) => writes.write(open).finally(() => (written += 1)) }
    await expect(replaceFile(disk.fs, { path: '/f/a', replace: false }, {}, counting)).rejects.toMatchObject({
      code: 'ALREADY_EXISTS'
    })
    expect(written).toBe(0)
  })

  test('outlives a power cut once it is done, by a new name and by an old one', async () => {
    const disk = memoryDisk()
    for (const [replace, byte] of [
      [false, 1],
      [true, 2]
    ] as const) {
      await replaceWithBytes(disk.fs, { path: '/f/a', replace }, Uint8Array.of(byte))
      // Nothing of what was not synced survives.
      expect([...disk.powerCut(() => 0.45).files()]).toEqual([['/f/a', Uint8Array.of(byte)]])
    }
  })

  test('does without sweeping where the folder cannot be read, but hides no slip of ours', async () => {
    const refusing = (error: Error): VaultFs => ({ ...nodeFs, readdir: async () => Promise.reject(error) })
    await sweepTempFiles(refusing(new VaultError('PERMISSION')), '/f')
    await expect(sweepTempFiles(refusing(new TypeError('a slip')), '/f')).rejects.toThrow('a slip')
  })
})
