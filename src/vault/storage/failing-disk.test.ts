import { beforeAll, describe, expect, test } from 'vitest'
import { VaultError } from '../../core/errors.ts'
import { makeBackup } from './backups.ts'
import { type Fault, FAULTS, faultyDisk } from './test-support/faulty-disk.ts'
import { memoryDisk, type MemoryDisk } from './test-support/memory-disk.ts'
import {
  asSource,
  contentsFor,
  createTestVault,
  FOLDER,
  itemChange,
  items,
  openTestVault,
  readBack,
  testKeys,
  VAULT
} from './test-support/test-vault.ts'
import type { VaultFs } from './vault-fs.ts'
import { writeSnapshot } from './write-snapshot.ts'

const made = testKeys()
const BEFORE = items(1, 6)
const SAVED = [itemChange(7), itemChange(8)]

/** One thing to do with a vault; what it holds afterwards, if all went well. */
type Deed = { readonly name: string; readonly run: (fs: VaultFs) => Promise<void>; readonly after: readonly string[] }

const chunkOf = async function* () {
  yield { attachment: 'ab'.repeat(16), chunk: 0, last: true, bytes: new Uint8Array(300) }
}

const DEEDS: readonly Deed[] = [
  {
    name: 'a save',
    after: contentsFor([...BEFORE, ...SAVED]),
    async run(fs) {
      const { file } = await openTestVault(fs, made)
      await file.append({ changes: SAVED })
    }
  },
  {
    name: 'a save of several frames',
    after: contentsFor([...BEFORE, ...SAVED]),
    async run(fs) {
      const { file } = await openTestVault(fs, made)
      await file.append({ changes: SAVED, chunks: chunkOf() })
    }
  },
  {
    name: 'compaction',
    after: contentsFor(BEFORE),
    async run(fs) {
      const opened = await openTestVault(fs, made)
      const options = { beforeSwap: opened.file.checkUnchanged }
      await writeSnapshot(fs, { path: VAULT, replace: true }, made.head, made.keys, asSource(opened), options)
    }
  },
  {
    name: 'a rewrite that keeps the old file',
    after: contentsFor(BEFORE),
    async run(fs) {
      const opened = await openTestVault(fs, made)
      const options = { keepAs: `${FOLDER}/kept.coffer` }
      await writeSnapshot(fs, { path: VAULT, replace: true }, made.head, made.keys, asSource(opened), options)
    }
  },
  {
    name: 'a backup',
    after: contentsFor(BEFORE),
    async run(fs) {
      const opened = await openTestVault(fs, made)
      const place = { vaultPath: VAULT, vaultId: made.head.header.vaultId }
      await makeBackup(fs, place, made.head, made.keys, asSource(opened), { now: 1e12 })
    }
  }
]

let bytesBefore: Uint8Array | undefined

beforeAll(async () => {
  const disk = memoryDisk()
  await createTestVault(disk.fs, made, BEFORE)
  bytesBefore = disk.files().get(VAULT)
})

async function freshDisk(): Promise<MemoryDisk> {
  const disk = memoryDisk()
  disk.put(VAULT, bytesBefore ?? new Uint8Array())
  return disk
}

type Outcome = { readonly acknowledged: boolean; readonly code: string | null; readonly reached: boolean }

async function attempt(disk: MemoryDisk, deed: Deed, at: number, fault: Fault): Promise<Outcome> {
  const faulty = faultyDisk(disk.fs, at, fault)
  try {
    await deed.run(faulty.fs)
    return { acknowledged: true, code: null, reached: faulty.operations() > at }
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
    return { acknowledged: false, code: error.code, reached: true }
  }
}

/** What the disk may hold afterwards, beside the vault: nothing half made, unless the process itself was killed. */
function leftovers(disk: MemoryDisk): readonly string[] {
  return [...disk.files().keys()].filter((path) => path.endsWith('.tmp') || path.endsWith('.takeover'))
}

/** Each operation of the deed goes wrong once; the loop ends where the deed has no more operations. */
async function everyOperation(
  fault: Fault,
  deed: Deed,
  check: (disk: MemoryDisk, outcome: Outcome) => Promise<void>
): Promise<number> {
  for (let at = 0; ; at++) {
    const disk = await freshDisk()
    const outcome = await attempt(disk, deed, at, fault)
    if (!outcome.reached) return at
    await check(disk, outcome)
  }
}

describe.each(DEEDS)('$name', (deed) => {
  test.each(FAULTS)('loses nothing when any one operation ends in %s', async (fault) => {
    const failed = await everyOperation(fault, deed, async (disk, { acknowledged, code }) => {
      const seen = await readBack(disk.fs, made)
      if (acknowledged) expect(seen).toEqual(deed.after)
      else expect([contentsFor(BEFORE), deed.after]).toContainEqual(seen)
      if (fault !== 'kill') expect(leftovers(disk)).toEqual([])
      // Where the vault may not be opened to write, it is opened to read.
      if (!acknowledged && fault !== 'kill')
        expect([fault === 'torn' ? 'NO_SPACE' : fault, 'READ_ONLY']).toContain(code)
      for (const path of disk.files().keys()) {
        if (path.endsWith('.coffer'))
          expect([contentsFor(BEFORE), deed.after]).toContainEqual(await readBack(disk.fs, made, path))
      }
      if (fault === 'short') expect(acknowledged).toBe(true)
      // Whatever happened, the vault can be opened and saved to again.
      const { file } = await openTestVault(disk.fs, made)
      await file.append({ changes: [itemChange(99)] })
      expect(await readBack(disk.fs, made)).toContain('title 99: notes of title 99')
    })
    expect(failed).toBeGreaterThan(10)
  })
})

describe('a save that failed', () => {
  test('leaves a file that takes no more saves until it is opened anew, where nothing acknowledged is missing', async () => {
    for (const fault of ['NO_SPACE', 'IO', 'torn'] as const) {
      const disk = await freshDisk()
      const trial = faultyDisk((await freshDisk()).fs, Infinity, fault)
      const { file: tried } = await openTestVault(trial.fs, made)
      const start = trial.operations()
      await tried.append({ changes: SAVED })
      for (const name of ['write', 'dataSync']) {
        const faulty = faultyDisk(disk.fs, trial.names.indexOf(name, start), fault)
        const { file } = await openTestVault(faulty.fs, made)
        const first = await file.append({ changes: SAVED }).catch((error: unknown) => error)
        if (first === undefined) continue
        // The disk is well again, but what it kept is not known.
        await expect(file.append({ changes: [itemChange(9)] })).rejects.toBe(first)
      }
      const seen = await readBack(disk.fs, made)
      expect([contentsFor(BEFORE), contentsFor([...BEFORE, ...SAVED])]).toContainEqual(seen)
    }
  })

  test('because the file was changed can be tried again', async () => {
    const disk = await freshDisk()
    const { file } = await openTestVault(disk.fs, made)
    const bytes = disk.files().get(VAULT) ?? new Uint8Array()
    await disk.fs.rename(VAULT, `${FOLDER}/aside`)
    disk.put(VAULT, bytes)
    await expect(file.append({ changes: SAVED })).rejects.toMatchObject({ code: 'FILE_CHANGED_ON_DISK' })
    await disk.fs.rename(`${FOLDER}/aside`, VAULT)
    await file.append({ changes: SAVED })
    expect(await readBack(disk.fs, made)).toEqual(contentsFor([...BEFORE, ...SAVED]))
  })

  test('because the disk did not keep what it was given is not acknowledged', async () => {
    const disk = await freshDisk()
    const forgetful: VaultFs = {
      ...disk.fs,
      async open(path, flags) {
        const file = await disk.fs.open(path, flags)
        // Takes the bytes and stores others: a broken cable, a lying drive.
        return {
          ...file,
          write: async (bytes, position) =>
            file.write(
              bytes.map((byte, index) => (index === 60 ? byte ^ 1 : byte)),
              position
            )
        }
      }
    }
    const { file } = await openTestVault(forgetful, made)
    await expect(file.append({ changes: SAVED })).rejects.toMatchObject({ code: 'IO', detail: { errno: 'READ_BACK' } })
    const compacting = writeSnapshot(
      forgetful,
      { path: VAULT, replace: true },
      made.head,
      made.keys,
      asSource(await openTestVault((await freshDisk()).fs, made))
    )
    await expect(compacting).rejects.toMatchObject({ code: 'IO', detail: { errno: 'READ_BACK' } })
    expect(leftovers(disk)).toEqual([])
  })
})
