import { dirname } from 'node:path'
import { VaultError } from '../../core/errors.ts'
import { readPieces } from './read-exactly.ts'
import type { OpenFile, VaultFs } from './vault-fs.ts'
import { writeAll } from './write-all.ts'

/** Gives a file a second name, or copies it where the disk has no links. ALREADY_EXISTS when the name is taken. */
export async function copyOrLink(fs: VaultFs, from: string, to: string): Promise<void> {
  try {
    await fs.link(from, to)
  } catch (error) {
    if (error instanceof VaultError && error.code === 'ALREADY_EXISTS') throw error
    await copyFile(fs, from, to)
  }
  await fs.syncDir(dirname(to))
}

async function copyFile(fs: VaultFs, from: string, to: string): Promise<void> {
  const source = await fs.open(from, 'r')
  try {
    const copy = await fs.open(to, 'wx', 0o600)
    try {
      await copyAll(source, copy)
    } catch (error) {
      await fs.unlink(to).catch(() => {})
      throw error
    } finally {
      await copy.close()
    }
  } finally {
    await source.close()
  }
}

async function copyAll(source: OpenFile, copy: OpenFile): Promise<void> {
  let position = 0
  for await (const piece of readPieces(source, 0, (await source.stat()).size)) {
    position = await writeAll(copy, piece, position)
  }
  await copy.sync()
}
