import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, rmdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { namespaceOf } from './namespace.ts'

export const PASSWORD = 'correct horse battery staple'
/** Where the strange thing stands, in the folder of a try. */
export const ODD = 'odd/odd.coffer'

/** What a command is given: a vault to read, a vault to write, or a name for a new file. */
export type Use = 'read' | 'write' | 'new' | 'restore'
type Ends = Readonly<Record<Use, number>>

/** Something that stands where a vault is expected. */
export type Place = {
  readonly name: string
  /** Exit codes of docs/coffer-cli.md. */
  readonly ends: Ends
  /** Makes it in an empty folder, from a good vault; `odd` is the path that the command is given. */
  readonly make: (folder: string, vault: string, odd: string) => void
  /** The name for a new file, where it is another than that of the vault. */
  readonly newName?: string
  /** The command is run behind this, with the folder as its last word. */
  readonly behind?: (folder: string) => readonly string[]
  readonly missing?: () => string | null
}

const DONE = 0
const NOT_FOUND = 4
const DAMAGED = 5
const IN_THE_WAY = 6
const DISK = 7
const TEBIBYTE = 2 ** 40

/** A device of the folder's own, so that nothing could happen to that of the system. */
const device = (name: string, minor: string): Place => ({
  name,
  ends: { read: DISK, write: DISK, new: IN_THE_WAY, restore: DISK },
  make: (_folder, _vault, odd) => void execFileSync('mknod', [odd, 'c', '1', minor]),
  missing: () => (process.getuid?.() === 0 ? null : 'only root makes devices')
})

const readOnlyFolder: Place = {
  name: 'a read-only folder',
  ends: { read: DONE, write: DISK, new: DISK, restore: DISK },
  newName: 'new.coffer',
  make(folder, vault, odd) {
    copyFileSync(vault, odd)
    if (process.getuid?.() !== 0) chmodSync(folder, 0o500)
  },
  // Root writes wherever it likes, but not through a mount that is read-only.
  behind: (folder) =>
    process.getuid?.() === 0
      ? [
          ...(namespaceOf('--mount') ?? []),
          'sh',
          '-c',
          'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"',
          folder
        ]
      : [],
  missing: () =>
    process.getuid?.() === 0 && namespaceOf('--mount') === null ? 'this system allows no mounts of one’s own' : null
}

const vanishedFolder: Place = {
  name: 'a folder that is gone',
  ends: { read: NOT_FOUND, write: NOT_FOUND, new: NOT_FOUND, restore: NOT_FOUND },
  make: (folder) => rmdirSync(folder)
}

const link = (name: string, ends: Ends, make: Place['make']): Place => ({ name, ends, make })

export const PLACES: readonly Place[] = [
  readOnlyFolder,
  vanishedFolder,
  link('a link to a vault', { read: DONE, write: DONE, new: IN_THE_WAY, restore: DONE }, (folder, vault, odd) => {
    mkdirSync(join(folder, 'elsewhere'))
    copyFileSync(vault, join(folder, 'elsewhere/real.coffer'))
    symlinkSync('elsewhere/real.coffer', odd)
  }),
  link(
    'a link to nothing',
    { read: NOT_FOUND, write: NOT_FOUND, new: IN_THE_WAY, restore: IN_THE_WAY },
    (_folder, _vault, odd) => symlinkSync('nothing.coffer', odd)
  ),
  link('links in a circle', { read: DISK, write: DISK, new: DISK, restore: DISK }, (folder, _vault, odd) => {
    symlinkSync('other', odd)
    symlinkSync('odd.coffer', join(folder, 'other'))
  }),
  {
    name: 'a pipe',
    ends: { read: DISK, write: DISK, new: IN_THE_WAY, restore: DISK },
    make: (_folder, _vault, odd) => void execFileSync('mkfifo', [odd])
  },
  device('/dev/zero', '5'),
  device('/dev/full', '7'),
  {
    name: 'a folder',
    ends: { read: DISK, write: DISK, new: IN_THE_WAY, restore: DISK },
    make: (_folder, _vault, odd) => mkdirSync(join(odd, 'with/more'), { recursive: true })
  },
  {
    name: 'an empty file',
    ends: { read: DAMAGED, write: DAMAGED, new: IN_THE_WAY, restore: DONE },
    make: (_folder, _vault, odd) => writeFileSync(odd, '')
  },
  {
    name: 'a tebibyte of nothing',
    ends: { read: DAMAGED, write: DAMAGED, new: IN_THE_WAY, restore: DONE },
    make(_folder, _vault, odd) {
      writeFileSync(odd, '')
      truncateSync(odd, TEBIBYTE)
    }
  },
  {
    name: 'a vault with a tebibyte of nothing behind it',
    ends: { read: DAMAGED, write: DAMAGED, new: IN_THE_WAY, restore: DONE },
    make(_folder, vault, odd) {
      copyFileSync(vault, odd)
      truncateSync(odd, TEBIBYTE)
    }
  }
]
