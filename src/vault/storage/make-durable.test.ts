import { expect, test } from 'vitest'
import { VaultError, type VaultErrorCode } from '../../core/errors.ts'
import { makeDurable } from './make-durable.ts'
import { memoryDisk } from './test-support/memory-disk.ts'
import type { VaultFs } from './vault-fs.ts'

const PATH = '/vaults/my.coffer'

/** What another program has written and not synced: a power cut now would take all of it. */
async function unsynced(): Promise<{ readonly fs: VaultFs; readonly afterPowerCut: () => number | undefined }> {
  const disk = memoryDisk()
  const file = await disk.fs.open(PATH, 'wx')
  await file.write(new Uint8Array(2000).fill(7), 0)
  await file.close()
  return {
    fs: disk.fs,
    afterPowerCut: () =>
      disk
        .powerCut(() => 0)
        .files()
        .get(PATH)?.length
  }
}

test('what another program wrote survives a power cut, its name too', async () => {
  const { fs, afterPowerCut } = await unsynced()
  expect(afterPowerCut()).toBeUndefined()
  await makeDurable(fs, PATH)
  expect(afterPowerCut()).toBe(2000)
})

test.each(['READ_ONLY', 'PERMISSION'] as const)('a file that may only be read is synced too: %s', async (code) => {
  const { fs, afterPowerCut } = await unsynced()
  const open: VaultFs['open'] = async (path, flags) =>
    flags === 'r+' ? Promise.reject(new VaultError(code)) : fs.open(path, flags)
  await makeDurable({ ...fs, open }, PATH)
  expect(afterPowerCut()).toBe(2000)
})

test.each<[string, unknown]>([
  ['IO', new VaultError('IO')],
  ['any other error', new RangeError('out of range')]
])('%s is told, and not tried in another way', async (_what, error) => {
  const { fs } = await unsynced()
  const asked: string[] = []
  const open: VaultFs['open'] = async (_path, flags) => {
    asked.push(flags)
    throw error
  }
  await expect(makeDurable({ ...fs, open }, PATH)).rejects.toBe(error)
  expect(asked).toEqual(['r+'])
})

test('a disk that does not sync is told, and the file is closed all the same', async () => {
  const { fs, afterPowerCut } = await unsynced()
  let isClosed = false
  const code: VaultErrorCode = 'IO'
  const open: VaultFs['open'] = async (path, flags) => {
    const file = await fs.open(path, flags)
    const close = async () => {
      isClosed = true
      await file.close()
    }
    return { ...file, close, dataSync: async () => Promise.reject(new VaultError(code)) }
  }
  await expect(makeDurable({ ...fs, open }, PATH)).rejects.toMatchObject({ code })
  expect([isClosed, afterPowerCut()]).toEqual([true, undefined])
})
