import { spawn } from 'node:child_process'
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
export async function launchCoffer({
  profile,
  args = [],
  fullKdf = false,
  env = {}
}: Pick<LaunchOptions, 'profile'> & Partial<LaunchOptions>): Promise<CofferWindow> {
  await mkdir(profile, { recursive: true })
  const app = await electron.launch({
    executablePath: chooseHost().executablePath,
    args: ['.', `--user-data-dir=${profile}`, ...(fullKdf ? [] : ['--coffer-test-kdf']), ...args],
    env: { ...definedEnvironment(), ...NO_KEYRING, ...env },
    // Otherwise Playwright forces the light theme over the app's own.
    colorScheme: null
  })
  const page = await app.firstWindow()
  // A window begins empty; what runs before the page is there is lost with it.
  await page.waitForURL('app://bundle/index.html')
  return { app, page }
}

/** A start beside the app that runs on `profile` already, without a debugger: it ends before one can settle in it. */
export async function startAgain(profile: string, args: readonly string[] = []): Promise<number | null> {
  const second = spawn(chooseHost().executablePath, ['.', `--user-data-dir=${profile}`, ...args], {
    env: { ...definedEnvironment(), ...NO_KEYRING },
    stdio: 'ignore'
  })
  return new Promise((resolve, reject) => second.once('exit', resolve).once('error', reject))
}

const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  )
