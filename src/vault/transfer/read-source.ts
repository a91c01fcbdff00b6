import { basename } from 'node:path'
import { VaultError } from '../../core/errors.ts'
import { readExactly } from '../storage/read-exactly.ts'
import type { VaultFs } from '../storage/vault-fs.ts'
import { type ImportSource, MAX_IMPORT_BYTES } from './importer.ts'

/** A key file is a few hundred bytes, or any file that somebody chose; more of one is of no use. */
const MAX_KEY_FILE_BYTES = 16 * 2 ** 20

/** A foreign file as it is now, within bounds. NOT_FOUND, NOT_A_FILE, IMPORT_REFUSED { reason: 'size' }, IO. */
export async function readSource(fs: VaultFs, path: string): Promise<ImportSource> {
  return { name: basename(path), bytes: await readWhole(fs, path, MAX_IMPORT_BYTES) }
}

export async function readKeyFile(fs: VaultFs, path: string): Promise<Uint8Array> {
  return readWhole(fs, path, MAX_KEY_FILE_BYTES)
}

async function readWhole(fs: VaultFs, path: string, most: number): Promise<Uint8Array> {
  const file = await fs.open(path, 'r')
  try {
    const { size, isFile } = await file.stat()
    if (!isFile) throw new VaultError('NOT_A_FILE')
    if (size > most) throw new VaultError('IMPORT_REFUSED', { reason: 'size' })
    return await readExactly(file, 0, size)
  } finally {
    await file.close()
  }
}
