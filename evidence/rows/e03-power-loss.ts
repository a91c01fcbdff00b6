import { VaultError } from '../../src/core/errors.ts'
import type { Change } from '../../src/core/vault/change.ts'
import { makeBackup } from '../../src/vault/storage/backups.ts'
import { faultyDisk } from '../../src/vault/storage/test-support/faulty-disk.ts'
import { memoryDisk, type MemoryDisk } from '../../src/vault/storage/test-support/memory-disk.ts'
import type { VaultFs } from '../../src/vault/storage/vault-fs.ts'
import { writeSnapshot } from '../../src/vault/storage/write-snapshot.ts'
import type { Row } from '../row.ts'
import { dice } from '../support/dice.ts'
import { type Tally, tally } from '../support/tally.ts'
import {
  chunkOf,
  createAt,
  itemChange,
  itemChanges,
  type Made,
  madeKeys,
  openAt,
  readBack,
  sourceOf,
  VAULT
} from '../support/vaults.ts'

const BEFORE = itemChanges(1, 30)
const big = Array.from({ length: 9 }, (_, index) => itemChange(200 + index))
const SAVES: readonly (readonly Change[])[] = [[itemChange(101)], [itemChange(102)], big, [itemChange(103)]]

/** Works on the disk until the power goes; says how many of SAVES were acknowledged, counted from `from`. */
type Deed = (fs: VaultFs, made: Made, from: number, acknowledged: (saves: number) => void) => Promise<void>

const save: Deed = async (fs, made, from, acknowledged) => {
  const { file } = await openAt(fs, made)
  for (const [index, changes] of SAVES.entries()) {
    if (index < from) continue
    await file.append(changes === big ? { changes, chunks: chunkOf('cd', new Uint8Array(2000).fill(7)) } : { changes })
    acknowledged(index + 1)
  }
}

const compact: Deed = async (fs, made, from, acknowledged) => {
  for (const [index, changes] of SAVES.entries()) {
    if (index < from) continue
    const { file } = await openAt(fs, made)
    await file.append({ changes })
    acknowledged(index + 1)
    const opened = await openAt(fs, made)
    await writeSnapshot(fs, { path: VAULT, replace: true }, made.head, made.keys, sourceOf(opened))
  }
}

const backUp: Deed = async (fs, made, from, acknowledged) => {
  for (const [index, changes] of SAVES.entries()) {
    if (index < from) continue
    const opened = await openAt(fs, made)
    const place = { vaultPath: VAULT, vaultId: made.head.header.vaultId }
    await makeBackup(fs, place, made.head, made.keys, sourceOf(opened), { now: 1e12 + index })
    await opened.file.append({ changes })
    acknowledged(index + 1)
  }
}

const DEEDS: Readonly<Record<string, Deed>> = { saving: save, compacting: compact, 'backing up': backUp }

export const powerLoss: Row = {
  id: 'E3',
  claim: 'After a power cut the vault opens to the old or the new state, with every acknowledged save.',
  target:
    '50,000 states (unsynced blocks lost, torn at 512 B, reordered; names not durable before the folder is synced), 0 lost',
  unit: 'states',
  scales: { short: 150, full: 50_000 },
  async run({ seed, scale, report, goesOn }) {
    const made = madeKeys()
    const start = memoryDisk()
    await createAt(start.fs, made, BEFORE)
    const states = await statesOf(made, start)
    const counted = tally(report)
    const random = dice(seed)
    const lengths = await lengthsOf(made, start)
    while (counted.tried < scale && goesOn()) {
      const [name, deed] = random.pick(Object.entries(DEEDS))
      const at = random.number(lengths.get(name) ?? 1)
      const first = await cut(deed, made, start, { at, from: 0, chance: random.chance })
      let end = await judged(made, first, states, counted)
      // The next start may meet the next cut: while it puts the end of the file right.
      if (end === null && random.chance() < 0.5) {
        const again = { at: random.number(40), from: first.acknowledged, chance: random.chance }
        end = await judged(made, await cut(save, made, first.disk, again), states, counted)
      }
      counted.count(end === null ? null : `${name}, operation ${at}: ${end}`)
    }
    return counted.outcome(['half of the states go through a second cut while the file is opened and saved to again'])
  }
}

type Cut = { readonly disk: MemoryDisk; readonly acknowledged: number }
type CutAt = { readonly at: number; readonly from: number; readonly chance: () => number }

async function cut(deed: Deed, made: Made, before: MemoryDisk, { at, from, chance }: CutAt): Promise<Cut> {
  const disk = before.powerCut(() => 1)
  let acknowledged = from
  try {
    await deed(faultyDisk(disk.fs, at, 'kill').fs, made, from, (saves) => (acknowledged = saves))
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
  }
  return { disk: disk.powerCut(chance), acknowledged }
}

async function judged(made: Made, { disk, acknowledged }: Cut, states: readonly string[], { saw }: Tally) {
  try {
    const state = states.indexOf(await readBack(disk.fs, made))
    if (state < 0) return 'opened to something new'
    if (state < acknowledged) return `${acknowledged} acknowledged, ${state} there`
    saw(state === acknowledged ? 'what was acknowledged' : 'one save more')
    return state > acknowledged + 1 ? `${acknowledged} acknowledged, ${state} there` : null
  } catch (error) {
    return String(error)
  }
}

async function statesOf(made: Made, start: MemoryDisk): Promise<readonly string[]> {
  const disk = start.powerCut(() => 1)
  const states = [await readBack(disk.fs, made)]
  for (const changes of SAVES) {
    const { file } = await openAt(disk.fs, made)
    await file.append({ changes })
    states.push(await readBack(disk.fs, made))
  }
  return states
}

async function lengthsOf(made: Made, start: MemoryDisk): Promise<ReadonlyMap<string, number>> {
  const lengths = new Map<string, number>()
  for (const [name, deed] of Object.entries(DEEDS)) {
    const counting = faultyDisk(start.powerCut(() => 1).fs, Infinity, 'kill')
    await deed(counting.fs, made, 0, () => {})
    lengths.set(name, counting.operations() + 1)
  }
  return lengths
}
