import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ElectronApplication, type Page, test as base } from '@playwright/test'
import type { CofferApi } from '../../src/shared/api.ts'
import { type CofferWindow, launchCoffer, type LaunchOptions } from './launch.ts'
import { chooseHost } from './host.mjs'

export { expect } from '@playwright/test'

declare global {
  interface Window {
    coffer: CofferApi
  }
}

type Fixtures = {
  /** A folder of this test alone: `profile` is the app's, `vaults` is for files. Removed afterwards. */
  folder: string
  /** Where vault files of this test go. */
  vaults: string
  /** Starts the app on this test's profile; a second call starts it again, or a second instance beside it. */
  start: (options?: Partial<LaunchOptions>) => Promise<CofferWindow>
  /** The app, started, with its first window. */
  coffer: CofferWindow
  app: ElectronApplication
  page: Page
}

export const test = base.extend<Fixtures>({
  // biome-ignore format: Playwright reads the names of what a fixture needs from this pattern.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'coffer-window-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  vaults: async ({ folder }, use) => {
    const vaults = join(folder, 'vaults')
    await mkdir(vaults)
    await use(vaults)
  },
  start: async ({ folder }, use) => {
    const started: ElectronApplication[] = []
    await use(async (options = {}) => {
      const coffer = await launchCoffer({ profile: join(folder, 'profile'), ...options })
      started.push(coffer.app)
      return coffer
    })
    // An app that the test has closed already is closed.
    for (const app of started) await app.close().catch(() => {})
  },
  coffer: async ({ start }, use) => use(await start()),
  app: async ({ coffer }, use) => use(coffer.app),
  page: async ({ coffer }, use) => use(coffer.page)
})

/** For what only the real executable can show; skipped visibly elsewhere. */
export const needsElectron = (what: string): void =>
  test.skip(chooseHost().name !== 'Electron', `needs real Electron: ${what}`)
