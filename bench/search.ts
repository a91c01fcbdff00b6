import { createSearchIndex } from '../src/core/vault/search.ts'
import { atMost, type Row, summary } from './measure.ts'
import { sampleItems } from './sample-items.ts'

const GOALS: Readonly<Record<number, number>> = { 10_000: 1.5, 100_000: 16 }
const TYPED = ['alder bramble', 'kestrel 42', 'willow.river', 'stone-77.example', 'work code', 'o', 'ti', 'umbr']

/** Every keystroke of someone who types, one search each. */
export function benchSearch(counts: readonly number[]): Row[] {
  return counts
    .filter((count) => GOALS[count] !== undefined)
    .map((count) => {
      const index = createSearchIndex()
      for (const { id, title, username: subtitle, tags, url } of sampleItems(count))
        index.put(id, { title, subtitle, tags, urls: [url] })
      const times = [...keystrokes(), ...keystrokes(), ...keystrokes()].map((text) => {
        const begun = performance.now()
        index.find(text)
        return performance.now() - begun
      })
      const { median, p95 } = summary(times.slice(times.length / 3))
      return atMost(
        p95,
        GOALS[count] ?? 0,
        'ms',
        `search per keystroke, ${count.toLocaleString('en')} items, p95 (median ${median.toFixed(2)} ms)`
      )
    })
}

const keystrokes = (): string[] => TYPED.flatMap((text) => [...text].map((_, end) => text.slice(0, end + 1)))
