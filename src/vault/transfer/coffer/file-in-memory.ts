import { VaultError } from '../../../core/errors.ts'
import type { FileStat, OpenFile, VaultFs } from '../../storage/vault-fs.ts'

const STAT: Omit<FileStat, 'size'> = { device: 0n, inode: 1n, modifiedAt: 0, isFile: true, isDirectory: false }

/** A disk with one file that is read and never written: a vault that comes in as an import has no place of its own. */
export function fileInMemory(bytes: Uint8Array): VaultFs {
  const stat: FileStat = { ...STAT, size: bytes.length }
  const refuse = async (): Promise<never> => {
    throw new VaultError('READ_ONLY')
  }
  const file: OpenFile = {
    async read(into, position) {
      const piece = bytes.subarray(position, position + into.length)
      into.set(piece)
      return piece.length
    },
    write: refuse,
    sync: refuse,
    dataSync: refuse,
    truncate: refuse,
    stat: async () => stat,
    close: async () => {}
  }
  return {
    open: async (_path, flags) => (flags === 'r' ? file : refuse()),
    stat: async () => stat,
    realpath: async (path) => path,
    readdir: async () => [],
    rename: refuse,
    unlink: refuse,
    link: refuse,
    mkdir: refuse,
    syncDir: refuse
  }
}
