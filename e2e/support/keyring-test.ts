import { type Keyring, missingForKeyring, startKeyring } from './keyring.ts'
import { test as base } from './test.ts'

/** Tests that need a real keyring; skipped visibly where none can be run. */
export const test = base.extend<{ keyring: Keyring }>({
  // biome-ignore format: Playwright reads the names of what a fixture needs from this pattern.
  keyring: async ({}, use) => {
    const missing = await missingForKeyring()
    base.skip(missing !== null, `needs ${missing} for a real keyring`)
    const keyring = await startKeyring()
    await use(keyring)
    await keyring.end()
  }
})
