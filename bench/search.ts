import { createFoldedVault, type FoldedVault } from '../src/core/vault/fold.ts'
import { randomBytes } from '../src/core/random.ts'
import { createVaultList, type VaultList } from '../src/vault/list/vault-list.ts'
import { atMost, bestTimes, type Row, summary } from './measure.ts'
import { sampleChanges, sampleItems } from './sample-items.ts'
import { SAMPLE_STAMP } from './sample-vault.ts'

const GOALS: Readonly<Record<number, number>> = { 10_000: 1.5, 100_000: 16 }
const TYPED = ['alder bramble', 'kestrel 42', 'willow.river', 'stone-77.example', 'work code', 'o', 'ti', 'umbr']

/** Every keystroke of someone who types, one window of the list each, as the page asks for it. */
export function benchSearch(counts: readonly number[]): Row[] {
  return counts
    .filter((count) => GOALS[count] !== undefined)
    .flatMap((count) => {
      const size = count.toLocaleString('en')
      const folded = foldedOf(count)
      const steps = bestTimes(3, () => preparing(createVaultList(folded)))
      const list = createVaultList(folded)
      for (const step of preparing(list)) step()
      const times = bestTimes(7, () => keystrokes().map((text) => () => page(list, text)))
      const { median, p95 } = summary(times)
      return [
        atMost(
          p95,
          GOALS[count] ?? 0,
          'ms',
          `search per keystroke, ${size} items, p95 (median ${median.toFixed(2)} ms)`
        ),
        atMost(Math.max(...steps), 50, 'ms', `preparing the list, ${size} items, longest step (${told(steps)})`)
      ]
    })
}

const told = (steps: readonly number[]): string =>
  `${steps.length} steps, ${steps.reduce((sum, step) => sum + step, 0).toFixed(0)} ms in all`

const keystrokes = (): string[] => TYPED.flatMap((text) => [...text].map((_, end) => text.slice(0, end + 1)))

function foldedOf(count: number): FoldedVault {
  const folded = createFoldedVault()
  const scope = { key: randomBytes(32), fingerprintKey: randomBytes(32), vaultId: randomBytes(16), keyEpoch: 1 }
  for (const change of sampleChanges(sampleItems(count), scope, SAMPLE_STAMP)) folded.apply(change)
  return folded
}

/** One job for each step, as many as there are. */
function* preparing(list: VaultList): Iterable<() => void> {
  const state = { more: true }
  while (state.more)
    yield () => {
      state.more = list.prepare()
    }
}

function page(list: VaultList, text: string): void {
  list.page({ filter: { of: 'all' }, text, sort: 'title', descending: false, from: 0, count: 50 })
}
