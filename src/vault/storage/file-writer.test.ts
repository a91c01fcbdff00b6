import { describe, expect, test } from 'vitest'
import { VaultError } from '../../core/errors.ts'
import { memoryDisk } from './test-support/memory-disk.ts'
import {
  contentsFor,
  createTestVault,
  itemChange,
  items,
  openTestVault,
  readBack,
  stampOf,
  testKeys,
  VAULT
} from './test-support/test-vault.ts'
import type { OpenFile, VaultFs } from './vault-fs.ts'

const made = testKeys()
const save = { changes: [itemChange(9)] }
const IO = new VaultError('IO', { errno: 'EIO' })

async function* nothing() {}

async function vaultOn(change: (fs: VaultFs) => VaultFs, mode: 'read' | 'write' = 'write') {
  const disk = memoryDisk()
  await createTestVault(disk.fs, made, items(1, 3))
  return { disk, ...(await openTestVault(change(disk.fs), made, mode)) }
}

const withFile =
  (change: (file: OpenFile) => Partial<OpenFile>) =>
  (fs: VaultFs): VaultFs => ({
    ...fs,
    async open(path, flags) {
      const file = await fs.open(path, flags)
      return { ...file, ...change(file) }
    }
  })

describe('why nothing is appended any more', () => {
  test('is told: in doubt once a sync was begun, and not before', async () => {
    for (const [call, inDoubt] of [
      ['write', false],
      ['dataSync', true]
    ] as const) {
      let fails = false
      const { file } = await vaultOn(
        withFile((open) => ({
          write: async (...given) => (fails && call === 'write' ? Promise.reject(IO) : open.write(...given)),
          dataSync: async () => (fails && call === 'dataSync' ? Promise.reject(IO) : open.dataSync())
        }))
      )
      const { frames } = file.tip
      await file.append({ changes: [itemChange(8)] })
      expect([file.failure, file.tip.frames]).toEqual([null, frames + 1])
      fails = true
      await expect(file.append(save)).rejects.toBe(IO)
      expect(file.failure).toEqual({ error: IO, inDoubt })
      fails = false
      await expect(file.append(save)).rejects.toBe(IO)
    }
  })

  test.each([true, false])('leaves nothing of itself where no sync was begun: a disk that cuts (%s)', async (cuts) => {
    let fails = false
    const { file, disk } = await vaultOn(
      withFile((open) => ({
        async write(bytes, position) {
          if (!fails) return open.write(bytes, position)
          await open.write(bytes.subarray(0, 100), position)
          throw new VaultError('NO_SPACE')
        },
        truncate: async (length) => (cuts ? open.truncate(length) : Promise.reject(IO))
      }))
    )
    fails = true
    await expect(file.append(save)).rejects.toMatchObject({ code: 'NO_SPACE' })
    await file.close()
    expect((await disk.fs.stat(VAULT))?.size).toBe(file.tip.size + (cuts ? 0 : 100))
    const again = await openTestVault(disk.fs, made, 'write')
    expect(again.file.notice?.bytes).toBe(cuts ? undefined : 100)
    await again.file.append(save)
    expect(await readBack(disk.fs, made)).toEqual(contentsFor([...items(1, 3), itemChange(9)]))
  })

  test('is that another save is under way, until that is done', async () => {
    let release = (): void => {}
    const waiting = new Promise<void>((resolve) => (release = resolve))
    const { file, disk } = await vaultOn(
      withFile((open) => ({ dataSync: async () => waiting.then(async () => open.dataSync()) }))
    )
    const first = file.append(save)
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(file.failure).toMatchObject({ error: { code: 'INTERNAL' }, inDoubt: false })
    await expect(file.append({ changes: [itemChange(10)] })).rejects.toMatchObject({ code: 'INTERNAL' })
    release()
    await first
    expect(file.failure).toBeNull()
    expect(await readBack(disk.fs, made)).toEqual(contentsFor([...items(1, 3), itemChange(9)]))
  })

  test('is an error of looking whether the save is there, and not that somebody took it out', async () => {
    for (const [answer, failure] of [
      [async () => Promise.reject(IO), { error: IO, inDoubt: false }],
      [async () => null, null]
    ] as const) {
      let asked = 0
      const { file } = await vaultOn((fs) => ({
        ...fs,
        // Opening has asked by now; the first question of a save comes before it is written.
        stat: async (path) => (path === VAULT && ++asked === 2 ? answer() : fs.stat(path))
      }))
      asked = 0
      const refused = await file.append(save).catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(VaultError)
      expect(file.failure).toEqual(failure)
    }
  })
})

describe('a vault file', () => {
  test('of another device with the same number and length is another file', async () => {
    let device = 1n
    const { file } = await vaultOn((fs) => ({
      ...fs,
      async stat(path) {
        const stat = await fs.stat(path)
        return stat === null ? null : { ...stat, device }
      }
    }))
    await file.checkUnchanged()
    device = 2n
    await expect(file.append(save)).rejects.toMatchObject({ code: 'FILE_CHANGED_ON_DISK' })
  })

  test('that may not be written is opened to read, and any other refusal is told', async () => {
    const refusing =
      (code: 'READ_ONLY' | 'PERMISSION' | 'IO') =>
      (fs: VaultFs): VaultFs => ({
        ...fs,
        open: async (path, flags) => (flags === 'r+' ? Promise.reject(new VaultError(code)) : fs.open(path, flags))
      })
    for (const code of ['READ_ONLY', 'PERMISSION'] as const) {
      const { file, folded, disk } = await vaultOn(refusing(code))
      expect([file.readOnly, folded.size]).toEqual([true, 3])
      await expect(file.append(save)).rejects.toMatchObject({ code: 'READ_ONLY' })
      expect((await readBack(disk.fs, made)).length).toBe(3)
    }
    await expect(vaultOn(refusing('IO'))).rejects.toMatchObject({ code: 'IO' })
    const slip = (fs: VaultFs): VaultFs => ({
      ...fs,
      open: async (path, flags) => (flags === 'r+' ? Promise.reject(new TypeError('a slip')) : fs.open(path, flags))
    })
    await expect(vaultOn(slip)).rejects.toThrow('a slip')
  })

  test('under keys that are not those of its head is damaged at its start', async () => {
    const disk = memoryDisk()
    await createTestVault(disk.fs, made, items(1, 3))
    await expect(openTestVault(disk.fs, { head: made.head, keys: testKeys().keys })).rejects.toMatchObject({
      code: 'VAULT_DAMAGED',
      detail: { offset: 0 }
    })
  })

  test('is worth compacting when it is large and has doubled, not for one of them', async () => {
    const doubled = await vaultOn((fs) => fs)
    for (let time = 20; time < 40; time++)
      await doubled.file.append({ changes: [itemChange(1, 'x'.repeat(1000), time)] })
    expect(doubled.file.wantsCompaction()).toBe(false)
    const disk = memoryDisk()
    const title = 'x'.repeat(300_000)
    await createTestVault(
      disk.fs,
      made,
      [1, 2, 3, 4].map((number) => itemChange(number, title))
    )
    const { file } = await openTestVault(disk.fs, made)
    expect(file.tip.size).toBeGreaterThan(2 ** 20)
    expect(file.wantsCompaction()).toBe(false)
    await file.append({ changes: [itemChange(1, title, 50)] })
    expect(file.wantsCompaction()).toBe(false)
    for (let time = 51; time < 60; time++) await file.append({ changes: [itemChange(1, title, time)] })
    expect(file.wantsCompaction()).toBe(true)
  })

  test('takes a save of no pieces as one frame, and one that the disk did not keep as an error of the disk', async () => {
    let isKept = true
    const { file, disk } = await vaultOn(
      withFile((open) => ({
        async read(into, position, atOnce) {
          const read = await open.read(into, position, atOnce)
          if (!isKept && position > file.tip.size) into.fill(0)
          return read
        }
      }))
    )
    const { frames } = file.tip
    await file.append({ ...save, chunks: nothing() })
    expect(file.tip.frames).toBe(frames + 1)
    expect(await readBack(disk.fs, made)).toEqual(contentsFor([...items(1, 3), itemChange(9)]))
    isKept = false
    const lost = file.append({ changes: [itemChange(10)], chunks: nothing() })
    await expect(lost).rejects.toMatchObject({ code: 'IO', detail: { errno: 'READ_BACK' } })
    expect(file.failure).toMatchObject({ inDoubt: true })
  })

  test('keeps nothing of a save of several frames sealed', async () => {
    const { file, folded, disk } = await vaultOn((fs) => fs)
    const many = items(10, 6000).map((change) => ({ ...change, at: stampOf(7000, 'cccccccc') }))
    await file.append({ changes: many })
    const again = await openTestVault(disk.fs, made, 'read')
    expect(again.folded.itemCount).toBe(3 + many.length)
    expect(again.folded.sealedGroups(itemChange(10).item)).toEqual([])
    expect(folded.size).toBe(3)
  })
})
