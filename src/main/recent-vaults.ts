import { MAX_RECENT, type SettingsStore } from './settings-store.ts'

export type RecentVaults = {
  /** Paths, the last opened first. They stay in main; the page gets handles. */
  paths(): readonly string[]
  remember(path: string): Promise<void>
}

export function createRecentVaults(store: SettingsStore): RecentVaults {
  const paths = () => store.read().recentVaults
  return {
    paths,
    remember(path) {
      const others = paths().filter((known) => known !== path)
      return store.change({ recentVaults: [path, ...others].slice(0, MAX_RECENT) })
    }
  }
}
