import { describe, expect, test } from 'vitest'
import { VaultError } from '../../core/errors.ts'
import { faultyDisk } from './test-support/faulty-disk.ts'
import { memoryDisk, type MemoryDisk } from './test-support/memory-disk.ts'
import {
  asSource,
  contentsFor,
  createTestVault,
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
const BEFORE = items(1, 40)
const STATES = Number(process.env['COFFER_POWER_CUTS'] ?? 600)
const SEED = Number(process.env['COFFER_SEED'] ?? 20_261_125)

/** Mulberry32: the same cuts for the same seed. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Runs until operation `at`, cuts the power there, and says how many saves had been acknowledged. */
type Deed = (fs: VaultFs, acknowledged: (saves: number) => void) => Promise<void>

const bigSave = items(10, 20).map((change) => ({ ...change, item: change.item.replace('00000000-', '11111111-') }))
async function* chunk() {
  yield { attachment: 'cd'.repeat(16), chunk: 0, last: true, bytes: new Uint8Array(2000).fill(7) }
}

const SAVES = [[itemChange(101)], [itemChange(102)], bigSave, [itemChange(103)]]
const save: Deed = async (fs, acknowledged) => {
  const { file } = await openTestVault(fs, made)
  for (const [index, changes] of SAVES.entries()) {
    await file.append(changes === bigSave ? { changes, chunks: chunk() } : { changes })
    acknowledged(index + 1)
  }
}

const compact: Deed = async (fs, acknowledged) => {
  const first = await openTestVault(fs, made)
  await first.file.append({ changes: [itemChange(101)] })
  acknowledged(1)
  const source = asSource(await openTestVault(fs, made))
  await writeSnapshot(fs, { path: VAULT, replace: true }, made.head, made.keys, source)
  const { file } = await openTestVault(fs, made)
  await file.append({ changes: [itemChange(102)] })
  acknowledged(2)
}

async function cutAt(
  deed: Deed,
  at: number,
  chance: () => number
): Promise<{ disk: MemoryDisk; saves: number; reached: boolean }> {
  const disk = memoryDisk()
  await createTestVault(disk.fs, made, BEFORE)
  const faulty = faultyDisk(disk.fs, at, 'kill')
  let saves = 0
  try {
    await deed(faulty.fs, (count) => (saves = count))
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
  }
  return { disk: disk.powerCut(chance), saves, reached: faulty.operations() > at }
}

const statesAfter = (saves: readonly (readonly ReturnType<typeof itemChange>[])[]) =>
  Array.from({ length: saves.length + 1 }, (_, count) => contentsFor([...BEFORE, ...saves.slice(0, count).flat()]))

describe.each([
  { name: 'saving', deed: save, saves: SAVES },
  { name: 'compacting between saves', deed: compact, saves: SAVES.slice(0, 2) }
])('a power cut while $name', ({ deed, saves }) => {
  test(`leaves a vault that opens with every acknowledged save and nothing half (${STATES} states, seed ${SEED})`, async () => {
    const chance = dice(SEED)
    const states = statesAfter(saves)
    let operations = 0
    while ((await cutAt(deed, operations, chance)).reached) operations += 1
    const seen = new Map<number, number>()
    for (let count = 0; count < STATES; count++) {
      const { disk, saves: acknowledged } = await cutAt(deed, count % operations, chance)
      const contents = await readBack(disk.fs, made)
      const state = states.findIndex((known) => JSON.stringify(known) === JSON.stringify(contents))
      expect(state, `cut ${count}`).toBeGreaterThanOrEqual(acknowledged)
      seen.set(state - acknowledged, (seen.get(state - acknowledged) ?? 0) + 1)
    }
    // Both are met: a save that was lost before it was acknowledged, and one that was kept all the same.
    expect([...seen.keys()].toSorted()).toEqual([0, 1])
  }, 120_000)
})
