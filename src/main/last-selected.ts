import { MAX_RECENT, type SettingsStore } from './settings-store.ts'

export type LastSelected = {
  /** The item that was selected in the vault at `path`; whether it still exists, only the vault knows. */
  of(path: string): string | null
  select(path: string, item: string | null): void
  /** Writes down what was selected. Settles when the disk has it. */
  keep(): Promise<void>
}

/**
 * Beside the recent vaults, by the place of each, and not in the vault: selecting is no change of it, and must neither
 * grow the file nor make another copy differ. An id is random and names nothing to whoever cannot open the vault.
 * Written at the lock alone, so that going through a list writes nothing.
 */
export function createLastSelected(store: SettingsStore): LastSelected {
  let known = store.read().lastSelected
  return {
    of: (path) => known.find(({ vault }) => vault === path)?.item ?? null,
    select(path, item) {
      const others = known.filter(({ vault }) => vault !== path)
      known = item === null ? others : [{ vault: path, item }, ...others].slice(0, MAX_RECENT)
    },
    keep: () => store.change({ lastSelected: known })
  }
}
