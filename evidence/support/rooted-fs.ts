import { join } from 'node:path'
import type { VaultFs } from '../../src/vault/storage/vault-fs.ts'

/** A folder of a disk as a disk of its own: what is done at `/vaults` happens at `<root>/vaults`. */
export function rootedFs(fs: VaultFs, root: string): VaultFs {
  const at = (path: string): string => join(root, path)
  return {
    open: async (path, flags, mode) => fs.open(at(path), flags, mode),
    stat: async (path) => fs.stat(at(path)),
    realpath: async (path) => (await fs.realpath(at(path))).slice(root.length),
    readdir: async (path) => fs.readdir(at(path)),
    rename: async (from, to) => fs.rename(at(from), at(to)),
    unlink: async (path) => fs.unlink(at(path)),
    link: async (from, to) => fs.link(at(from), at(to)),
    mkdir: async (path) => fs.mkdir(at(path)),
    syncDir: async (path) => fs.syncDir(at(path))
  }
}
