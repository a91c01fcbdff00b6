import type { History } from '../new-item.ts'
import type { KeePassEntry } from './keepass-document.ts'
import { keePassTime } from './keepass-time.ts'

/**
 * Superseded values of each string, oldest first. KeePass keeps whole older entries, each with the time at which it was
 * saved; a value counts once, from the first of them that has it.
 */
export function valueHistories(entry: KeePassEntry): ReadonlyMap<string, History> {
  const histories = new Map<string, { at: number | null; value: string }[]>()
  for (const older of oldestFirst(entry.history)) {
    const at = keePassTime(older.texts.get('LastModificationTime'))
    for (const [name, { value }] of older.strings) {
      const history = histories.get(name) ?? []
      if (value !== '' && history.at(-1)?.value !== value) history.push({ at, value })
      if (!histories.has(name)) histories.set(name, history)
    }
  }
  for (const [name, history] of histories) if (history.at(-1)?.value === entry.strings.get(name)?.value) history.pop()
  return histories
}

/** Programs keep to the order of time; merges by other programs do not always. Entries without a time stay in front. */
function oldestFirst(history: readonly KeePassEntry[]): readonly KeePassEntry[] {
  const timed = history.map((entry) => ({ entry, at: keePassTime(entry.texts.get('LastModificationTime')) ?? 0 }))
  return timed.sort((a, b) => a.at - b.at).map(({ entry }) => entry)
}
