import type { ItemState } from './item-state.ts'
import { JOURNAL } from './journal.ts'

/**
 * How many entries a snapshot keeps. A number and not an age: one device whose clock runs years ahead must not be able
 * to make all other entries old.
 */
export const MOST_ENTRIES = 2000

/** Takes the oldest entries beyond the bound out of the vault's own state. By the stamp of the change, which always grows. */
export function dropOldEntries(vault: ItemState): void {
  for (const name of oldEntries(vault)) vault.properties.delete(name)
}

/** Names of the journal's properties beyond the bound. */
export function oldEntries({ properties }: ItemState): ReadonlySet<string> {
  const entries: { readonly name: string; readonly key: string }[] = []
  for (const [name, [version]] of properties)
    if (name.startsWith(JOURNAL) && version !== undefined) entries.push({ name, key: `${version.at} ${name}` })
  if (entries.length <= MOST_ENTRIES) return NONE
  entries.sort((a, b) => (a.key > b.key ? -1 : 1))
  return new Set(entries.slice(MOST_ENTRIES).map(({ name }) => name))
}

const NONE: ReadonlySet<string> = new Set()
