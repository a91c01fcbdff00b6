import { describe, expect, test, vi } from 'vitest'
import { VaultError } from '../../core/errors.ts'
import { takeLock } from './file-lock.ts'
import { memoryDisk, type MemoryDisk } from './test-support/memory-disk.ts'
import { thisProcess } from './this-machine.ts'
import type { VaultFs } from './vault-fs.ts'

const VAULT = '/vaults/my.coffer'
const LOCK = `${VAULT}.lock`
const GUARD = `${LOCK}.takeover`
const DEAD = { pid: 4_194_305 }
const ALIVE = { pid: process.ppid, startedAt: null }

function diskWith(files: Readonly<Record<string, object>>): MemoryDisk {
  const disk = memoryDisk()
  disk.put(VAULT, new Uint8Array())
  for (const [path, owner] of Object.entries(files))
    disk.put(path, Buffer.from(`${JSON.stringify({ id: 'x', ...thisProcess(), ...owner })}\n`))
  return disk
}
const names = (disk: MemoryDisk): readonly string[] => [...disk.files().keys()].filter((name) => name !== VAULT)

describe('a lock', () => {
  test('is taken beside a vault that does not exist yet', async () => {
    const disk = memoryDisk()
    const lock = await takeLock(disk.fs, VAULT)
    expect(names(disk)).toEqual([LOCK])
    await lock.release()
    expect(names(disk)).toEqual([])
  })

  test('that the disk refuses is refused, and leaves nothing', async () => {
    for (const [call, error] of [
      ['open', new VaultError('PERMISSION')],
      ['write', new VaultError('NO_SPACE')]
    ] as const) {
      const disk = diskWith({})
      const refusing: VaultFs = {
        ...disk.fs,
        async open(path, flags) {
          if (call === 'open' && flags === 'wx') throw error
          const file = await disk.fs.open(path, flags)
          return { ...file, write: async () => Promise.reject(error) }
        }
      }
      await expect(takeLock(refusing, VAULT)).rejects.toBe(error)
      expect(names(disk)).toEqual([])
      await (await takeLock(disk.fs, VAULT)).release()
    }
  })

  test('is never seen half written: who is killed while taking it is in nobody’s way', async () => {
    for (const killedAt of ['write', 'link'] as const) {
      const disk = diskWith({})
      const killed = () => new Promise<never>(() => {})
      const dying: VaultFs = {
        ...disk.fs,
        async open(path, flags) {
          const file = await disk.fs.open(path, flags)
          return killedAt === 'write' ? { ...file, write: killed } : file
        },
        link: killed
      }
      void takeLock(dying, VAULT)
      await new Promise((resolve) => setTimeout(resolve, 5))
      await (await takeLock(disk.fs, VAULT)).release()
    }
  })

  test('is taken on a disk without links too, once', async () => {
    const disk = diskWith({})
    const linkless: VaultFs = { ...disk.fs, link: async () => Promise.reject(new VaultError('PERMISSION')) }
    const lock = await takeLock(linkless, VAULT)
    await expect(takeLock(linkless, VAULT)).rejects.toMatchObject({ code: 'LOCKED_BY_OTHER' })
    await lock.release()
    expect(names(disk)).toEqual([])
  })

  test('that a disk without links has no room for is refused, and leaves nothing', async () => {
    const disk = diskWith({})
    const linkless: VaultFs = {
      ...disk.fs,
      link: async () => Promise.reject(new VaultError('PERMISSION')),
      async open(path, flags) {
        const file = await disk.fs.open(path, flags)
        return path === LOCK ? { ...file, write: async () => Promise.reject(new VaultError('NO_SPACE')) } : file
      }
    }
    await expect(takeLock(linkless, VAULT)).rejects.toMatchObject({ code: 'NO_SPACE' })
    expect(names(disk)).toEqual([])
  })

  test('is not written anew once it is somebody else’s', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const disk = diskWith({})
    const lock = await takeLock(disk.fs, VAULT)
    const theirs = Buffer.from('{"theirs":1}\n')
    disk.put(LOCK, theirs)
    await vi.advanceTimersByTimeAsync(31_000)
    expect(Buffer.from(disk.files().get(LOCK) ?? [])).toEqual(theirs)
    await lock.release()
    expect(names(disk)).toEqual([LOCK])
    vi.useRealTimers()
  })

  test('goes on being held when a beat or its release meets a failing disk', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const disk = diskWith({})
    let fails = false
    const failing: VaultFs = {
      ...disk.fs,
      stat: async (path) => (fails ? Promise.reject(new VaultError('IO')) : disk.fs.stat(path))
    }
    const lock = await takeLock(failing, VAULT)
    fails = true
    await vi.advanceTimersByTimeAsync(31_000)
    await lock.release()
    expect(names(disk)).toEqual([LOCK])
    // It is nobody's now, although its process lives.
    await (await takeLock(disk.fs, VAULT)).release()
    vi.useRealTimers()
  })
})

describe('taking over a stale lock', () => {
  test('clears a guard whose process died in that moment', async () => {
    const disk = diskWith({ [LOCK]: DEAD, [GUARD]: DEAD })
    const lock = await takeLock(disk.fs, VAULT)
    expect(names(disk)).toEqual([LOCK])
    await lock.release()
  })

  test('waits for another that is at it, and gives up when that takes too long', async () => {
    const disk = diskWith({ [LOCK]: DEAD, [GUARD]: ALIVE })
    await expect(takeLock(disk.fs, VAULT)).rejects.toMatchObject({ code: 'LOCKED_BY_OTHER', detail: { pid: DEAD.pid } })
    expect(names(disk)).toEqual([LOCK, GUARD])
    setTimeout(() => void disk.fs.unlink(GUARD), 30)
    await (await takeLock(disk.fs, VAULT)).release()
  })

  test('finds that others were faster, again and again, and says so without a name', async () => {
    const disk = diskWith({})
    const gone: VaultFs = {
      ...disk.fs,
      link: async () => Promise.reject(new VaultError('ALREADY_EXISTS'))
    }
    await expect(takeLock(gone, VAULT)).rejects.toMatchObject({
      code: 'LOCKED_BY_OTHER',
      detail: { host: '?', pid: 0 }
    })
  })

  test('does not mind a lock or a guard that goes while it is looked at', async () => {
    const disk = diskWith({ [LOCK]: DEAD })
    const vanishing: VaultFs = {
      ...disk.fs,
      async stat(path) {
        // The guard's own time is asked for: somebody has tidied it away.
        if (path === GUARD && disk.files().has(GUARD)) await disk.fs.unlink(GUARD)
        return disk.fs.stat(path)
      }
    }
    await (await takeLock(vanishing, VAULT)).release()
    const other = diskWith({ [LOCK]: DEAD })
    let tidied = false
    const tidying: VaultFs = {
      ...other.fs,
      async link(from, to) {
        await other.fs.link(from, to)
        if (to === GUARD && !tidied) {
          tidied = true
          await other.fs.unlink(LOCK)
        }
      }
    }
    await (await takeLock(tidying, VAULT)).release()
    expect([tidied, names(other)]).toEqual([true, []])
  })

  test('tells when the stale lock cannot be removed', async () => {
    const disk = diskWith({ [LOCK]: DEAD })
    const stuck: VaultFs = {
      ...disk.fs,
      unlink: async (path) => (path === LOCK ? Promise.reject(new VaultError('PERMISSION')) : disk.fs.unlink(path))
    }
    await expect(takeLock(stuck, VAULT)).rejects.toMatchObject({ code: 'PERMISSION' })
    const slip: VaultFs = { ...disk.fs, unlink: async () => Promise.reject(new TypeError('a slip')) }
    await expect(takeLock(slip, VAULT)).rejects.toThrow('a slip')
  })
})
