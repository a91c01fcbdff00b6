import { expect, test } from 'vitest'
import { readSmallFile, replaceWithBytes } from './atomic-write.ts'
import { checkSnapshot } from './check-snapshot.ts'
import { copyOrLink } from './copy-or-link.ts'
import { fileHashes } from './file-hashes.ts'
import { readHead } from './read-head.ts'
import { faultyDisk } from './test-support/faulty-disk.ts'
import { memoryDisk } from './test-support/memory-disk.ts'
import { createTestVault, FOLDER, items, openTestVault, testKeys, VAULT } from './test-support/test-vault.ts'
import type { VaultFs } from './vault-fs.ts'
import { writePieces } from './write-pieces.ts'

const made = testKeys()
const OTHER = `${FOLDER}/other`

/** The disk, and how many files are open on it. */
function counted(fs: VaultFs): { readonly fs: VaultFs; readonly open: () => number } {
  let open = 0
  return {
    open: () => open,
    fs: {
      ...fs,
      async open(path, flags) {
        const file = await fs.open(path, flags)
        open += 1
        return { ...file, close: async () => void (open -= 1) }
      }
    }
  }
}

const linkless = (fs: VaultFs): VaultFs => ({ ...fs, link: async () => Promise.reject(new Error('no links')) })

async function* pieces(): AsyncIterable<Uint8Array> {
  yield Uint8Array.of(1, 2)
}

const DEEDS: Readonly<Record<string, (fs: VaultFs) => Promise<unknown>>> = {
  'reading the head': async (fs) => readHead(fs, VAULT),
  'reading a small file': async (fs) => readSmallFile(fs, VAULT, 5),
  'writing a small file': async (fs) => replaceWithBytes(fs, { path: OTHER, replace: false }, Uint8Array.of(1)),
  'writing in pieces': async (fs) =>
    writePieces(fs, { path: OTHER, replace: false }, pieces(), new AbortController().signal),
  'hashing a file': async (fs) => fileHashes(fs, VAULT),
  'copying a file': async (fs) => copyOrLink(linkless(fs), VAULT, OTHER),
  'checking a snapshot': async (fs) =>
    checkSnapshot(fs, VAULT, made.head, made.keys, { items: 1, changes: 1, frames: 2, bytes: 1 }),
  'opening a vault': async (fs) => (await openTestVault(fs, made)).file.close()
}

test.each(Object.entries(DEEDS))('%s leaves no file open, nor a half made one, whatever fails', async (_name, deed) => {
  for (let at = 0; ; at++) {
    const disk = memoryDisk()
    await createTestVault(disk.fs, made, items(1, 3))
    const faulty = faultyDisk(disk.fs, at, 'IO')
    const watched = counted(faulty.fs)
    await deed(watched.fs).catch(() => {})
    expect([at, watched.open()]).toEqual([at, 0])
    const left = [...disk.files().keys()].filter((path) => path !== VAULT && path !== OTHER)
    expect([at, left]).toEqual([at, []])
    const other = disk.files().get(OTHER)
    if (other !== undefined) expect([1, 2, disk.files().get(VAULT)?.length]).toContain(other.length)
    if (faulty.operations() <= at) break
  }
})
