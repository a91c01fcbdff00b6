import { mkdir } from 'node:fs/promises'
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test'
import { chooseHost } from './host.mjs'
import { NO_KEYRING } from './no-keyring.ts'

export type LaunchOptions = {
  /** The app's own folder. */
  readonly profile: string
  /** More of the command line, a vault file for example. */
  readonly args: readonly string[]
  /** Real Argon2id of the user's strength instead of the least that a reader accepts. */
  readonly fullKdf: boolean
  /** On top of the environment of the test. */
  readonly env: Readonly<Record<string, string>>
}
export type CofferWindow = { readonly app: ElectronApplication; readonly page: Page }

/** Starts the built app on `profile` and waits for its page. */
export async function launchCoffer(
  options: Pick<LaunchOptions, 'profile'> & Partial<LaunchOptions>
): Promise<CofferWindow> {
  const app = await launchApp(options)
  const page = await app.firstWindow()
  // A window begins empty; what runs before the page is there is lost with it.
  await page.waitForURL('app://bundle/index.html')
  return { app, page }
}

/** The same without waiting for a window: a second instance has none. */
export async function launchApp({
  profile,
  args = [],
  fullKdf = false,
  env = {}
}: Pick<LaunchOptions, 'profile'> & Partial<LaunchOptions>): Promise<ElectronApplication> {
  await mkdir(profile, { recursive: true })
  return electron.launch({
    executablePath: chooseHost().executablePath,
    args: ['.', `--user-data-dir=${profile}`, ...(fullKdf ? [] : ['--coffer-test-kdf']), ...args],
    env: { ...definedEnvironment(), ...NO_KEYRING, ...env },
    // Otherwise Playwright forces the light theme over the app's own.
    colorScheme: null
  })
}

const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  )
