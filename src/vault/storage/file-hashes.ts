import { createHash } from 'node:crypto'
import { fileSource } from './file-source.ts'
import { readPieces } from './read-exactly.ts'
import type { VaultFs } from './vault-fs.ts'

/** SHA-256 in hex as sha256sum prints it, and BLAKE2b-512 as minisign signs it. */
export type FileHashes = { readonly sha256: string; readonly blake2b: Uint8Array }

/** Reads the file once, in pieces. NOT_FOUND, NOT_A_FILE. */
export async function fileHashes(fs: VaultFs, path: string): Promise<FileHashes> {
  const sha256 = createHash('sha256')
  // Electron's node:crypto has no BLAKE2b of 512 bits.
  const { createBLAKE2b } = await import('hash-wasm')
  const blake2b = await createBLAKE2b(512)
  const file = await fs.open(path, 'r')
  try {
    for await (const piece of readPieces(file, 0, (await fileSource(file)).size)) {
      sha256.update(piece)
      blake2b.update(piece)
    }
  } finally {
    await file.close()
  }
  return { sha256: sha256.digest('hex'), blake2b: blake2b.digest('binary') }
}
