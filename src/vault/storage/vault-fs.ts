import { type BigIntStats, constants, readSync, statSync, writeSync } from 'node:fs'
import * as disk from 'node:fs/promises'
import { diskError } from './disk-error.ts'

export type FileStat = {
  /** Bytes. */
  readonly size: number
  /** Device and inode together say whether two names are one file. */
  readonly device: bigint
  readonly inode: bigint
  /** Milliseconds since 1970. */
  readonly modifiedAt: number
  readonly isFile: boolean
  readonly isDirectory: boolean
}

/** An open file. Positions are absolute; nothing keeps a cursor, so a failed call leaves none behind. */
export type OpenFile = {
  /** How many bytes were read, 0 at the end of the file; may be fewer than asked. */
  read(into: Uint8Array, position: number, atOnce?: boolean): Promise<number>
  /** How many bytes were written; may be fewer than given. */
  write(bytes: Uint8Array, position: number, atOnce?: boolean): Promise<number>
  sync(): Promise<void>
  /** The data and what is needed to find it again (the length), without the times. */
  dataSync(): Promise<void>
  truncate(length: number): Promise<void>
  stat(): Promise<FileStat>
  close(): Promise<void>
}

/**
 * The one port to the disk, so that tests can put a faulty one behind it. Every call rejects with a VaultError:
 * NO_SPACE, READ_ONLY, PERMISSION, NOT_FOUND, ALREADY_EXISTS, NOT_A_FILE, else IO { errno }.
 *
 * `atOnce` asks on this thread, for a few bytes of a disk that has answered this very moment: its cache takes and gives
 * them in a tenth of the time that another thread takes. A disk that may sleep, or a server that may be gone, is never
 * asked so: all else would stand still until it answers.
 */
export type VaultFs = {
  /** `wx` creates and refuses what is there (links too), `mode` are its permissions, by default 0600. */
  open(path: string, flags: 'r' | 'r+' | 'wx', mode?: number): Promise<OpenFile>
  /** Follows links. Null when there is nothing of that name. */
  stat(path: string, atOnce?: boolean): Promise<FileStat | null>
  realpath(path: string): Promise<string>
  /** Names, in no order. */
  readdir(path: string): Promise<readonly string[]>
  rename(from: string, to: string): Promise<void>
  unlink(path: string): Promise<void>
  /** A second name for a file; refuses a name that is taken. */
  link(from: string, to: string): Promise<void>
  /** With the folders above it, 0700. A folder that is there is as good. */
  mkdir(path: string): Promise<void>
  /** Makes created, renamed and removed names of a folder durable. */
  syncDir(path: string): Promise<void>
}

const OPEN_FLAGS = {
  // A FIFO in place of a vault would keep a blocking open waiting for ever. Windows has no such flag, and `|` takes what
  // is undefined for 0.
  r: constants.O_RDONLY | constants.O_NONBLOCK,
  'r+': constants.O_RDWR | constants.O_NONBLOCK,
  wx: constants.O_RDWR | constants.O_CREAT | constants.O_EXCL
} as const

export const nodeFs: VaultFs = {
  open: async (path, flags, mode = 0o600) => openFile(await asked(disk.open(path, OPEN_FLAGS[flags], mode))),
  async stat(path, atOnce = false) {
    try {
      return toStat(atOnce ? statSync(path, { bigint: true }) : await disk.stat(path, { bigint: true }))
    } catch (error) {
      const refused = diskError(error)
      if (refused.code === 'NOT_FOUND') return null
      throw refused
    }
  },
  realpath: async (path) => asked(disk.realpath(path)),
  readdir: async (path) => asked(disk.readdir(path)),
  rename: async (from, to) => asked(disk.rename(from, to)),
  unlink: async (path) => asked(disk.unlink(path)),
  link: async (from, to) => asked(disk.link(from, to)),
  async mkdir(path) {
    await asked(disk.mkdir(path, { recursive: true, mode: 0o700 }))
  },
  syncDir: async (path) => asked(syncDir(path))
}

async function syncDir(path: string): Promise<void> {
  // Windows opens no folders; there NTFS journals names by itself.
  if (process.platform === 'win32') return
  const folder = await disk.open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const A_FEW = 64 * 1024

function openFile(handle: disk.FileHandle): OpenFile {
  return {
    async read(into, position, atOnce = false) {
      if (atOnce && into.length <= A_FEW) return askedHere(() => readSync(handle.fd, into, 0, into.length, position))
      return (await asked(handle.read(into, 0, into.length, position))).bytesRead
    },
    async write(bytes, position, atOnce = false) {
      if (atOnce && bytes.length <= A_FEW)
        return askedHere(() => writeSync(handle.fd, bytes, 0, bytes.length, position))
      return (await asked(handle.write(bytes, 0, bytes.length, position))).bytesWritten
    },
    sync: async () => asked(handle.sync()),
    dataSync: async () => asked(handle.datasync()),
    truncate: async (length) => asked(handle.truncate(length)),
    stat: async () => toStat(await asked(handle.stat({ bigint: true }))),
    close: async () => asked(handle.close())
  }
}

function toStat(stat: BigIntStats): FileStat {
  return {
    size: Number(stat.size),
    device: stat.dev,
    inode: stat.ino,
    modifiedAt: Number(stat.mtimeMs),
    isFile: stat.isFile(),
    isDirectory: stat.isDirectory()
  }
}

async function asked<Value>(answer: Promise<Value>): Promise<Value> {
  try {
    return await answer
  } catch (error) {
    throw diskError(error)
  }
}

function askedHere<Value>(ask: () => Value): Value {
  try {
    return ask()
  } catch (error) {
    throw diskError(error)
  }
}
