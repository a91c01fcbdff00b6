import { readdirSync, readFileSync } from 'node:fs'
import type { ElectronApplication } from '@playwright/test'

export type AppProcess = { readonly pid: number; readonly kind: string }

/**
 * Every process of the app, from /proc. `main` and `vault` are ours; `renderer` and other kinds are Chromium's names for
 * its own; `browser` is what the stand-in has beside main, where Electron has one process.
 */
export async function appProcesses(app: ElectronApplication): Promise<readonly AppProcess[]> {
  const { main, vault } = await app.evaluate(({ app: electron }) => ({
    main: process.pid,
    vault: electron.getAppMetrics().find(({ name }) => name === 'Coffer Vault')?.pid ?? 0
  }))
  const own = new Map([
    [main, 'main'],
    [vault, 'vault']
  ])
  return descendants(main).map((pid) => ({ pid, kind: own.get(pid) ?? kindOf(pid) }))
}

function kindOf(pid: number): string {
  return /--type=([a-z-]+)/.exec(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))?.[1] ?? 'browser'
}

function descendants(root: number): readonly number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = parentOf(name)
    if (parent !== null) parents.set(Number(name), parent)
  }
  const isOurs = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 1 && (pid === root || isOurs(parents.get(pid)))
  return [...parents.keys()].filter(isOurs)
}

function parentOf(pid: string): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    // Ended meanwhile.
    return null
  }
}
