import { VaultError } from '../core/errors.ts'
import { readSmallFile } from '../vault/storage/atomic-write.ts'
import { nodeFs } from '../vault/storage/vault-fs.ts'
import { UsageError } from './usage-error.ts'

const MAX_BYTES = 16 * 2 ** 20

/** A text of the user's. NOT_FOUND, NOT_A_FILE, PERMISSION, TOO_LARGE. */
export async function readTextFile(path: string): Promise<string> {
  const bytes = await readSmallFile(nodeFs, path, MAX_BYTES)
  if (bytes === null) throw new VaultError('NOT_FOUND')
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new UsageError(`${path} is not UTF-8 text.`)
  }
}
