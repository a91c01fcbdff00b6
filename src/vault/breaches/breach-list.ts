import { VaultError } from '../../core/errors.ts'
import type { VaultFs } from '../storage/vault-fs.ts'
import { openRangeFolder } from './range-folder.ts'
import { openSortedList } from './sorted-list.ts'

/** The published list of passwords from known breaches, as it was downloaded. */
export type BreachList = {
  /** How often the password of this SHA-1 hash was seen; 0 when it is not in the list. NOT_A_BREACH_LIST, IO, … */
  readonly seen: (hash: Uint8Array) => Promise<number>
  readonly close: () => Promise<void>
}

/** One sorted file, or a folder with a file for each range, as the official downloader makes them. */
export async function openBreachList(fs: VaultFs, path: string): Promise<BreachList> {
  const stat = await fs.stat(path)
  if (stat === null) throw new VaultError('NOT_FOUND')
  if (stat.isDirectory) return openRangeFolder(fs, path)
  const file = await fs.open(path, 'r')
  try {
    return await openSortedList(file)
  } catch (error) {
    await file.close()
    throw error
  }
}
