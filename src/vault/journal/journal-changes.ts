import { hostname } from 'node:os'
import { type Change, VAULT_ITEM } from '../../core/vault/change.ts'
import type { FoldedVault } from '../../core/vault/fold.ts'
import { JOURNAL, type JournalEntry, readJournal, repeats, SAME_ACT } from '../../core/vault/journal.ts'
import { isObject, type Json } from '../../core/vault/json.ts'
import { nextStamp, type Stamp, stampDevice, stampTime } from '../../core/vault/stamp.ts'

/** An entry that is not in the vault yet. */
export type Waiting = { readonly id: Stamp; readonly value: Json }

const DEVICE = 'device:'
const MOST_NAME = 64

/** What the vault lacks of these, and what this device is called where it does not say so. None: nothing to save. */
export function journalChanges(
  folded: FoldedVault,
  at: Stamp,
  deviceId: string,
  waiting: readonly Waiting[]
): readonly Change[] {
  const set: [string, Json][] = []
  const first = waiting.reduce((least, { id }) => Math.min(least, stampTime(id)), Infinity)
  const known = entriesSince(folded, first - SAME_ACT)
  for (const { id, value } of waiting) {
    const entry = freeEntry(known, id, value)
    if (entry === null || known.some(({ entry: earlier }) => repeats(entry, earlier))) continue
    known.push({ entry, text: JSON.stringify(value) })
    set.push([JOURNAL + entry.id, value])
  }
  if (set.length === 0) return []
  return [{ item: VAULT_ITEM, at, set: Object.fromEntries([...set, ...ownName(folded, deviceId)]) }]
}

type Known = { readonly entry: JournalEntry; readonly text: string }

/** Two programs of one device may have taken the same stamp; the same entry twice is one. */
function freeEntry(known: readonly Known[], first: Stamp, value: Json): JournalEntry | null {
  const text = JSON.stringify(value)
  for (let id = first; ; id = nextStamp(id, 0, stampDevice(id))) {
    const taken = known.find(({ entry }) => entry.id === id)
    if (taken === undefined) return readJournal(JOURNAL + id, value)
    if (taken.text === text) return null
  }
}

function entriesSince(folded: FoldedVault, time: number): Known[] {
  const found: Known[] = []
  for (const [name, { value }] of folded.journal()) {
    if (stampTime(name.slice(JOURNAL.length)) < time) continue
    const entry = readJournal(name, value)
    if (entry !== null) found.push({ entry, text: JSON.stringify(value) })
  }
  return found
}

function ownName(folded: FoldedVault, deviceId: string): [string, Json][] {
  const name = hostname().slice(0, MOST_NAME)
  return name === '' || deviceNames(folded).get(deviceId) === name ? [] : [[DEVICE + deviceId, { name }]]
}

/** What devices are called, by their ids in stamps. */
export function deviceNames(folded: FoldedVault): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const [property, { value }] of folded.vaultProperties()) {
    const name = property.startsWith(DEVICE) && isObject(value) ? value['name'] : undefined
    if (typeof name === 'string') names.set(property.slice(DEVICE.length), name)
  }
  return names
}
