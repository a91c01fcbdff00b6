import { dirname } from 'node:path'
import { VaultError } from '../../core/errors.ts'
import type { VaultFs } from './vault-fs.ts'

/** Puts on the disk what another program has written and perhaps not synced: the file's bytes, and its name. */
export async function makeDurable(fs: VaultFs, path: string): Promise<void> {
  const file = await openToSync(fs, path)
  try {
    await file.dataSync()
  } finally {
    await file.close()
  }
  await fs.syncDir(dirname(path))
}

/** Windows syncs only what may be written; elsewhere reading is enough. */
async function openToSync(fs: VaultFs, path: string) {
  try {
    return await fs.open(path, 'r+')
  } catch (error) {
    if (!(error instanceof VaultError) || (error.code !== 'READ_ONLY' && error.code !== 'PERMISSION')) throw error
    return fs.open(path, 'r')
  }
}
