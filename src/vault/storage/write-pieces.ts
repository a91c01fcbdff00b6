import { createHash } from 'node:crypto'
import { VaultError } from '../../core/errors.ts'
import { fileSource } from './file-source.ts'
import { replaceFile, type Target } from './replace-file.ts'
import type { OpenFile, VaultFs } from './vault-fs.ts'
import { writeAll } from './write-all.ts'

const READ = 2 ** 20

/**
 * Writes a file of any size piece by piece, by the same steps as a vault: wholly there or wholly absent, and read back
 * before it gets its name. Resolves to its size. CANCELLED; whatever `pieces` throws leaves nothing behind either.
 */
export async function writePieces(
  fs: VaultFs,
  target: Target,
  pieces: AsyncIterable<Uint8Array>,
  signal: AbortSignal
): Promise<number> {
  const written = await replaceFile(
    fs,
    target,
    {},
    {
      write: async (file) => writeEach(file, pieces, signal),
      async check(path, { size, sha256 }) {
        if ((await hashOf(fs, path, size)) !== sha256) throw new VaultError('IO', { errno: 'READ_BACK' })
      }
    }
  )
  return written.size
}

async function writeEach(file: OpenFile, pieces: AsyncIterable<Uint8Array>, signal: AbortSignal) {
  const hash = createHash('sha256')
  let size = 0
  for await (const piece of pieces) {
    if (signal.aborted) throw new VaultError('CANCELLED')
    await writeAll(file, piece, size)
    hash.update(piece)
    size += piece.length
  }
  return { size, sha256: hash.digest('hex') }
}

async function hashOf(fs: VaultFs, path: string, size: number): Promise<string> {
  const hash = createHash('sha256')
  const file = await fs.open(path, 'r')
  try {
    const source = await fileSource(file)
    if (source.size !== size) return ''
    for (let offset = 0; offset < size; offset += READ)
      hash.update(await source.read(offset, Math.min(READ, size - offset)))
    return hash.digest('hex')
  } finally {
    await file.close()
  }
}
