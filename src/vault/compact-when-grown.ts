import type { VaultStore } from './vault-store.ts'

const EVERY = 60_000

/**
 * In a vault that stays open for days, what compaction at the next opening would do is done in a quiet minute: when the
 * file has grown well beyond its last snapshot and nothing was saved since the last look.
 */
export function compactWhenGrown(store: VaultStore, every = EVERY): { readonly stop: () => void } {
  let before = 0
  let running = false
  const timer = setInterval(() => {
    const { file } = store.opened()
    const isQuiet = file.tip.size === before
    before = file.tip.size
    if (running || !isQuiet || store.readOnly() || !file.wantsCompaction()) return
    running = true
    // A disk without room for it, or a save that came first: there will be another quiet minute.
    void store
      .compact()
      .catch(() => {})
      .finally(() => {
        running = false
      })
  }, every)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
