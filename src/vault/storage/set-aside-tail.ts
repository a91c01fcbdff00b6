import { dirname } from 'node:path'
import { VaultError } from '../../core/errors.ts'
import { readPieces } from './read-exactly.ts'
import type { OpenFile, VaultFs } from './vault-fs.ts'
import { writeAll } from './write-all.ts'

export type Tail = { readonly offset: number; readonly bytes: number }

/**
 * Copies what cannot be read behind the last commit to `<vault>.tail-<time>`, and only once that is durable cuts it off:
 * nobody can tell whether those bytes are a save that was never acknowledged or one that was and got damaged. Returns
 * the path of the copy. Rejects when the disk refuses any step; until the copy is complete the vault is untouched.
 */
export async function setAsideTail(
  fs: VaultFs,
  path: string,
  file: OpenFile,
  tail: Tail,
  now: number
): Promise<string> {
  const place = await copyTail(fs, path, file, tail, now)
  await fs.syncDir(dirname(path))
  await file.truncate(tail.offset)
  await file.sync()
  return place
}

async function copyTail(fs: VaultFs, path: string, file: OpenFile, tail: Tail, now: number): Promise<string> {
  const { place, side } = await createSideFile(fs, path, now)
  try {
    let position = 0
    for await (const piece of readPieces(file, tail.offset, tail.offset + tail.bytes)) {
      position = await writeAll(side, piece, position)
    }
    await side.sync()
    await side.close()
    return place
  } catch (error) {
    await side.close().catch(() => {})
    await fs.unlink(place).catch(() => {})
    throw error
  }
}

/** Tails of one second are numbered; a name that is taken is never written over. */
async function createSideFile(
  fs: VaultFs,
  path: string,
  now: number
): Promise<{ readonly place: string; readonly side: OpenFile }> {
  const time = new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
  for (let number = 1; number < 100; number++) {
    const place = `${path}.tail-${time}Z${number === 1 ? '' : `-${number}`}`
    try {
      return { place, side: await fs.open(place, 'wx', 0o600) }
    } catch (error) {
      if (!(error instanceof VaultError) || error.code !== 'ALREADY_EXISTS') throw error
    }
  }
  throw new VaultError('ALREADY_EXISTS')
}
