import { basename } from 'node:path'
import { VaultError } from '../../core/errors.ts'
import { readExactly } from '../storage/read-exactly.ts'
import type { VaultFs } from '../storage/vault-fs.ts'
import { type ImportSource, MAX_IMPORT_BYTES } from './importer.ts'
import { packFolder } from './pack-folder.ts'

/** A key file is a few hundred bytes, or any file that somebody chose; more of one is of no use. */
const MAX_KEY_FILE_BYTES = 16 * 2 ** 20

/** A foreign file as it is now, within bounds; a folder as an archive of what is in it. NOT_FOUND, NOT_A_FILE, IMPORT_REFUSED { reason: 'size' }, IO. */
export async function readSource(fs: VaultFs, path: string): Promise<ImportSource> {
  const isFolder = (await fs.stat(path))?.isDirectory === true
  const bytes = isFolder ? await packFolder(fs, path) : await readWhole(fs, path, MAX_IMPORT_BYTES)
  return { name: basename(path), bytes }
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
