import { VaultError, type VaultErrorCode } from '../../../core/errors.ts'
import type { OpenFile, VaultFs } from '../vault-fs.ts'

/**
 * What goes wrong at one operation. `short`: a write takes half and says so. `torn`: it takes half and fails, the disk
 * being full. `kill`: this operation and all behind it never happen, and no clean-up either.
 */
export const FAULTS = ['NO_SPACE', 'IO', 'PERMISSION', 'READ_ONLY', 'short', 'torn', 'kill'] as const
export type Fault = (typeof FAULTS)[number]

export type FaultyDisk = { readonly fs: VaultFs; readonly operations: () => number; readonly names: readonly string[] }

/** The disk behind `fs`, whose operation number `at` (from 0) goes wrong. */
export function faultyDisk(fs: VaultFs, at: number, fault: Fault): FaultyDisk {
  const names: string[] = []

  async function run<Value>(name: string, operate: () => Promise<Value>, torn?: () => Promise<Value>): Promise<Value> {
    const number = names.push(name) - 1
    if (fault === 'kill' && number >= at) throw new VaultError('INTERNAL', { killed: at })
    if (number !== at) return operate()
    if (fault === 'short' || fault === 'torn') {
      const value = await (torn ?? operate)()
      if (fault === 'torn' && torn !== undefined) throw new VaultError('NO_SPACE')
      return value
    }
    throw new VaultError(fault as VaultErrorCode)
  }

  const file = (open: OpenFile): OpenFile => ({
    read: async (into, position) => run('read', async () => open.read(into, position)),
    write: async (bytes, position) =>
      run(
        'write',
        async () => open.write(bytes, position),
        async () => open.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), position)
      ),
    sync: async () => run('sync', open.sync),
    dataSync: async () => run('dataSync', open.dataSync),
    truncate: async (length) => run('truncate', async () => open.truncate(length)),
    stat: async () => run('fstat', open.stat),
    close: async () => run('close', open.close).finally(async () => open.close().catch(() => {}))
  })

  return {
    names,
    operations: () => names.length,
    fs: {
      open: async (path, flags, mode) => run(`open ${flags}`, async () => file(await fs.open(path, flags, mode))),
      stat: async (path) => run('stat', async () => fs.stat(path)),
      realpath: async (path) => run('realpath', async () => fs.realpath(path)),
      readdir: async (path) => run('readdir', async () => fs.readdir(path)),
      rename: async (from, to) => run('rename', async () => fs.rename(from, to)),
      unlink: async (path) => run('unlink', async () => fs.unlink(path)),
      link: async (from, to) => run('link', async () => fs.link(from, to)),
      mkdir: async (path) => run('mkdir', async () => fs.mkdir(path)),
      syncDir: async (path) => run('syncDir', async () => fs.syncDir(path))
    }
  }
}
