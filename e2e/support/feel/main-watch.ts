import type { ElectronApplication } from '@playwright/test'

/** The longest that main was busy without a pause, in milliseconds: what it computed, and what passed on the wall. */
export type Busy = { readonly computed: number; readonly passed: number }

declare global {
  var mainWatch: { longest: { computed: number; passed: number }; timer: NodeJS.Timeout } | undefined
}

/**
 * Watches main from inside: a timer of five milliseconds, and how much its thread computed between two turns. On a busy
 * machine the wall also counts the time that other programs had the processor; what was computed is main's own, and no
 * task of main's is longer than that.
 */
export async function watchMain(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const computed = (): number => {
      const { user, system } = process.threadCpuUsage()
      return (user + system) / 1000
    }
    let before = { computed: computed(), passed: performance.now() }
    const longest = { computed: 0, passed: 0 }
    const timer = setInterval(() => {
      const now = { computed: computed(), passed: performance.now() }
      longest.computed = Math.max(longest.computed, now.computed - before.computed)
      longest.passed = Math.max(longest.passed, now.passed - before.passed)
      before = now
    }, 5)
    globalThis.mainWatch = { longest, timer }
  })
}

/** The longest since the watch began or was asked last. */
export async function longestInMain(app: ElectronApplication): Promise<Busy> {
  return app.evaluate(() => {
    const longest = globalThis.mainWatch?.longest ?? { computed: Number.NaN, passed: Number.NaN }
    const seen = { ...longest }
    Object.assign(longest, { computed: 0, passed: 0 })
    return seen
  })
}
