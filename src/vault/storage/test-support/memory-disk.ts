import { basename, dirname } from 'node:path'
import { VaultError } from '../../../core/errors.ts'
import type { FileStat, OpenFile, VaultFs } from '../vault-fs.ts'

type Inode = { readonly number: number; bytes: Uint8Array; durable: Uint8Array; modifiedAt: number }

/** A disk in memory that knows what would survive a power cut: synced bytes of files, synced names of folders. */
export type MemoryDisk = {
  readonly fs: VaultFs
  files(): ReadonlyMap<string, Uint8Array>
  /** Bytes that some other program puts there, as one new file. */
  put(path: string, bytes: Uint8Array): void
  /**
   * The disk as it may be found after the power was cut now: of what was not synced, each 512 byte block and each name
   * is there or not as `chance` says, and a file has its old length, its new one, or one between.
   */
  powerCut(chance: () => number): MemoryDisk
}

const BLOCK = 512
const clone = (bytes: Uint8Array): Uint8Array => Uint8Array.from(bytes)

export function memoryDisk(): MemoryDisk {
  return diskOf({ names: new Map(), durableNames: new Map(), next: 1 })
}

type State = { names: Map<string, Inode>; durableNames: Map<string, Inode>; next: number }

function diskOf(state: State): MemoryDisk {
  const put = (path: string, bytes: Uint8Array): void => {
    const inode = { number: state.next++, bytes: clone(bytes), durable: clone(bytes), modifiedAt: Date.now() }
    state.names.set(path, inode)
    state.durableNames.set(path, inode)
  }
  return {
    fs: memoryFs(state),
    files: () => new Map([...state.names].map(([path, { bytes }]) => [path, clone(bytes)])),
    put,
    powerCut(chance) {
      const survived = diskOf({ names: new Map(), durableNames: new Map(), next: state.next })
      for (const path of new Set([...state.names.keys(), ...state.durableNames.keys()])) {
        const [now, durable] = [state.names.get(path), state.durableNames.get(path)]
        const inode = now === durable || chance() < 0.5 ? durable : now
        if (inode !== undefined) survived.put(path, survivor(inode, chance))
      }
      return survived
    }
  }
}

function survivor({ bytes, durable }: Inode, chance: () => number): Uint8Array {
  const [least, most] = [Math.min(bytes.length, durable.length), Math.max(bytes.length, durable.length)]
  const kind = chance()
  const length = kind < 0.4 ? bytes.length : kind < 0.7 ? durable.length : least + Math.floor(chance() * (most - least))
  const survived = new Uint8Array(length)
  for (let start = 0; start < length; start += BLOCK) {
    const end = Math.min(start + BLOCK, length)
    const from = chance() < 0.5 ? bytes : durable
    survived.set(from.subarray(start, end), start)
  }
  return survived
}

function memoryFs(state: State): VaultFs {
  const inodeAt = (path: string): Inode => {
    const inode = state.names.get(path)
    if (inode === undefined) throw new VaultError('NOT_FOUND')
    return inode
  }
  const isFree = (path: string): void => {
    if (state.names.has(path)) throw new VaultError('ALREADY_EXISTS')
  }
  return {
    async open(path, flags) {
      if (!(flags in WRITABLE)) throw new VaultError('INTERNAL')
      if (flags === 'wx') {
        isFree(path)
        state.names.set(path, {
          number: state.next++,
          bytes: new Uint8Array(),
          durable: new Uint8Array(),
          modifiedAt: Date.now()
        })
      }
      return memoryFile(inodeAt(path), WRITABLE[flags])
    },
    stat: async (path) => (state.names.has(path) ? statOf(inodeAt(path)) : null),
    realpath: async (path) => path,
    readdir: async (path) =>
      [...state.names.keys()].filter((name) => dirname(name) === path).map((name) => basename(name)),
    async rename(from, to) {
      state.names.set(to, inodeAt(from))
      state.names.delete(from)
    },
    async unlink(path) {
      inodeAt(path)
      state.names.delete(path)
    },
    async link(from, to) {
      isFree(to)
      state.names.set(to, inodeAt(from))
    },
    mkdir: async () => {},
    async syncDir(folder) {
      for (const path of state.durableNames.keys())
        if (dirname(path) === folder && !state.names.has(path)) state.durableNames.delete(path)
      for (const [path, inode] of state.names) if (dirname(path) === folder) state.durableNames.set(path, inode)
    }
  }
}

function statOf({ number, bytes, modifiedAt }: Inode): FileStat {
  return { size: bytes.length, device: 1n, inode: BigInt(number), modifiedAt, isFile: true, isDirectory: false }
}

const WRITABLE = { r: false, 'r+': true, wx: true } as const

function memoryFile(inode: Inode, writable: boolean): OpenFile {
  const resize = (length: number): void => {
    const bytes = new Uint8Array(length)
    bytes.set(inode.bytes.subarray(0, length))
    inode.bytes = bytes
  }
  const sync = async (): Promise<void> => {
    inode.durable = clone(inode.bytes)
  }
  return {
    async read(into, position) {
      const bytes = inode.bytes.subarray(position, position + into.length)
      into.set(bytes)
      return bytes.length
    },
    async write(bytes, position) {
      if (!writable) throw new VaultError('PERMISSION')
      if (position + bytes.length > inode.bytes.length) resize(position + bytes.length)
      inode.bytes.set(bytes, position)
      inode.modifiedAt = Date.now()
      return bytes.length
    },
    sync,
    dataSync: sync,
    truncate: async (length) => resize(length),
    stat: async () => statOf(inode),
    close: async () => {}
  }
}
