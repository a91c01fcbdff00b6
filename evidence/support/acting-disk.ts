import type { OpenFile, VaultFs } from '../../src/vault/storage/vault-fs.ts'

/** The disk behind `fs`, where somebody else does something right before operation number `at` (from 0). */
export function actingDisk(fs: VaultFs, at: number, act: (name: string) => void | Promise<void>) {
  let count = 0
  const names: string[] = []
  const before = async <Value>(name: string, operate: () => Promise<Value>): Promise<Value> => {
    names.push(name)
    if (count++ === at) await act(name)
    return operate()
  }
  const file = (open: OpenFile): OpenFile => ({
    read: async (into, position) => before('read', async () => open.read(into, position)),
    write: async (bytes, position) => before('write', async () => open.write(bytes, position)),
    sync: async () => before('sync', open.sync),
    dataSync: async () => before('dataSync', open.dataSync),
    truncate: async (length) => before('truncate', async () => open.truncate(length)),
    stat: async () => before('fstat', open.stat),
    close: async () => before('close', open.close)
  })
  const acting: VaultFs = {
    open: async (path, flags, mode) => before(`open ${flags}`, async () => file(await fs.open(path, flags, mode))),
    stat: async (path) => before('stat', async () => fs.stat(path)),
    realpath: async (path) => before('realpath', async () => fs.realpath(path)),
    readdir: async (path) => before('readdir', async () => fs.readdir(path)),
    rename: async (from, to) => before('rename', async () => fs.rename(from, to)),
    unlink: async (path) => before('unlink', async () => fs.unlink(path)),
    link: async (from, to) => before('link', async () => fs.link(from, to)),
    mkdir: async (path) => before('mkdir', async () => fs.mkdir(path)),
    syncDir: async (path) => before('syncDir', async () => fs.syncDir(path))
  }
  return { fs: acting, operations: () => count, names }
}
