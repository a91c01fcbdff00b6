import { afterEach, describe, expect, test, vi } from 'vitest'
import { VaultError } from '../../core/errors.ts'
import { takeLock } from './file-lock.ts'
import { encodeLock, isStale, readLock } from './lock-file.ts'
import { memoryDisk, type MemoryDisk } from './test-support/memory-disk.ts'
import { processStart, thisProcess } from './this-machine.ts'
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

describe('a lock that is held', () => {
  /** A held lock, and which operations of the disk it has asked for since. */
  async function held(change: (fs: VaultFs) => Partial<VaultFs> = () => ({})) {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] })
    const disk = diskWith({})
    let stats = 0
    const watched = { ...disk.fs, stat: async (path: string) => disk.fs.stat(path).finally(() => (stats += 1)) }
    const lock = await takeLock({ ...watched, ...change(watched) }, VAULT)
    stats = 0
    return { disk, lock, stats: () => stats }
  }
  afterEach(() => void vi.useRealTimers())

  test('is looked at again after five seconds, and not before', async () => {
    const { disk, lock, stats } = await held()
    disk.put(LOCK, Buffer.from('somebody else’s'))
    vi.setSystemTime(Date.now() + 4999)
    await lock.confirm()
    expect(stats()).toBe(0)
    vi.setSystemTime(Date.now() + 1)
    await expect(lock.confirm()).rejects.toMatchObject({ code: 'LOCKED_BY_OTHER', detail: { host: '?', pid: 0 } })
    await lock.release()
    expect(names(disk)).toEqual([LOCK])
  })

  test('is confirmed for the next five seconds too, also when the clock was put back', async () => {
    const { lock, stats } = await held()
    vi.setSystemTime(Date.now() - 3_600_000)
    await lock.confirm()
    expect(stats()).toBe(1)
    await lock.confirm()
    expect(stats()).toBe(1)
    await lock.release()
  })

  test('is renewed no more once it is released, and its beats leave no file open', async () => {
    let open = 0
    const { lock } = await held((fs) => ({
      async open(path, flags) {
        const file = await fs.open(path, flags)
        open += 1
        return { ...file, close: async () => void (open -= 1) }
      }
    }))
    await vi.advanceTimersByTimeAsync(31_000)
    expect(open).toBe(0)
    expect(vi.getTimerCount()).toBe(1)
    await lock.release()
    expect(vi.getTimerCount()).toBe(0)
  })

  test('leaves nothing beside it on a disk that refuses once to clean up', async () => {
    let refused = 0
    const { disk, lock } = await held((fs) => ({
      unlink: async (path) =>
        path.endsWith('.tmp') && ++refused === 1 ? Promise.reject(new VaultError('IO')) : fs.unlink(path)
    }))
    expect([names(disk), refused]).toEqual([[LOCK], 2])
    await lock.release()
  })

  test('of a file server is judged by the server’s clock', async () => {
    const disk = diskWith({ [LOCK]: { host: 'elsewhere' } })
    const behind: VaultFs = {
      ...disk.fs,
      async stat(path) {
        const stat = await disk.fs.stat(path)
        return stat === null ? null : { ...stat, modifiedAt: stat.modifiedAt - 3_600_000 }
      }
    }
    await expect(takeLock(behind, VAULT)).rejects.toMatchObject({ code: 'LOCKED_BY_OTHER' })
  })
})

describe('whether a lock is stale', () => {
  const asker = thisProcess()
  const parent = { ...asker, id: 'x', pid: process.ppid, startedAt: processStart(process.ppid) }
  const judged = (record: typeof parent | null, silence: number): boolean =>
    isStale({ record, stat: { ...FACTS, modifiedAt: 1000 } }, asker, 1000 + silence, () => false)
  const FACTS = { size: 1, device: 1n, inode: 1n, isFile: true, isDirectory: false }

  test('is said a moment after its time, not at it', () => {
    for (const [record, silence] of [
      [null, 10_000],
      [{ ...parent, host: 'elsewhere' }, 600_000],
      [{ ...parent, pidSpace: 'pid:[7]' }, 600_000]
    ] as const)
      expect([judged(record, silence), judged(record, silence + 1)]).toEqual([false, true])
  })

  test('is said at once after a start of the machine, although its process id is alive again', () => {
    expect([judged(parent, 1e9), judged({ ...parent, bootId: 'before' }, 0)]).toEqual([false, true])
  })

  test('is not asked of one that goes, or comes, while it is read', async () => {
    const disk = memoryDisk()
    expect(await readLock({ ...disk.fs, stat: async () => ({ ...FACTS, modifiedAt: 0 }) }, LOCK)).toBeNull()
    disk.put(LOCK, encodeLock(parent))
    expect(await readLock({ ...disk.fs, stat: async () => null }, LOCK)).toBeNull()
    expect(await readLock(disk.fs, LOCK)).toMatchObject({ record: parent })
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
