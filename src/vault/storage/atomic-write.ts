import { equalBytes } from '../../core/bytes.ts'
import { VaultError } from '../../core/errors.ts'
import { fileSource } from './file-source.ts'
import { replaceFile, type Target } from './replace-file.ts'
import type { OpenFile, VaultFs } from './vault-fs.ts'
import { writeAll } from './write-all.ts'

/** Writes a small file whole, by the same steps as a vault: wholly there or wholly absent, and read back. */
export async function replaceWithBytes(fs: VaultFs, target: Target, bytes: Uint8Array): Promise<void> {
  await replaceFile(
    fs,
    target,
    {},
    {
      write: async (file) => writeAll(file, bytes, 0),
      async check(path) {
        const written = await readSmallFile(fs, path, bytes.length)
        if (written === null || !equalBytes(written, bytes)) throw new VaultError('IO', { errno: 'READ_BACK' })
      }
    }
  )
}

/** The whole file, or null when there is none. NOT_A_FILE; TOO_LARGE past `limit` bytes. */
export async function readSmallFile(fs: VaultFs, path: string, limit: number): Promise<Uint8Array | null> {
  const file = await openIfThere(fs, path)
  if (file === null) return null
  try {
    const bytes = await (await fileSource(file)).read(0, limit + 1)
    if (bytes.length > limit) throw new VaultError('TOO_LARGE')
    return bytes
  } finally {
    await file.close()
  }
}

async function openIfThere(fs: VaultFs, path: string): Promise<OpenFile | null> {
  try {
    return await fs.open(path, 'r')
  } catch (error) {
    if (error instanceof VaultError && error.code === 'NOT_FOUND') return null
    throw error
  }
}
