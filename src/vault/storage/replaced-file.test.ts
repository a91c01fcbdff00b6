import { expect, test } from 'vitest'
import { memoryDisk } from './test-support/memory-disk.ts'
import {
  contentsFor,
  createTestVault,
  itemChange,
  items,
  openTestVault,
  readBack,
  testKeys,
  VAULT
} from './test-support/test-vault.ts'
import type { VaultFs } from './vault-fs.ts'

const made = testKeys()

test('a save whose file was replaced while it was written is not acknowledged, at whatever moment', async () => {
  for (const moment of ['write', 'dataSync', 'read'] as const) {
    const disk = memoryDisk()
    await createTestVault(disk.fs, made, items(1, 3))
    const theirs = disk.files().get(VAULT) ?? new Uint8Array()
    let armed = false
    const replacedAt: VaultFs = {
      ...disk.fs,
      async open(path, flags) {
        const file = await disk.fs.open(path, flags)
        const replace = (): void => {
          if (armed) disk.put(VAULT, theirs)
          armed = false
        }
        return {
          ...file,
          async write(bytes, position) {
            if (moment === 'write') replace()
            return file.write(bytes, position)
          },
          async dataSync() {
            if (moment === 'dataSync') replace()
            await file.dataSync()
          },
          async read(into, position) {
            // Reading back is the read behind the old end.
            if (moment === 'read' && position >= theirs.length) replace()
            return file.read(into, position)
          }
        }
      }
    }
    const { file } = await openTestVault(replacedAt, made)
    armed = true
    await expect(file.append({ changes: [itemChange(9)] }), moment).rejects.toMatchObject({
      code: 'FILE_CHANGED_ON_DISK'
    })
    await expect(file.append({ changes: [itemChange(9)] }), moment).rejects.toMatchObject({
      code: 'FILE_CHANGED_ON_DISK'
    })
    expect(await readBack(disk.fs, made)).toEqual(contentsFor(items(1, 3)))
  }
})
