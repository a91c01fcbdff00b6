import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { coffer as cli } from './support/coffer-cli.ts'
import { createVault, lock, unlock } from './support/first-run.ts'
import { startKeyring } from './support/keyring.ts'
import { test } from './support/keyring-test.ts'
import { NO_KEYRING } from './support/no-keyring.ts'
import { expect } from './support/test.ts'

async function turnOn(page: Page, password: string, phrase: readonly string[]): Promise<string> {
  await page.getByRole('button', { name: /^Settings/ }).click()
  await page.getByRole('button', { name: 'Turn on…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Master password' }).fill(password)
  await dialog.getByRole('textbox', { name: 'The 24 words' }).fill(phrase.join(' '))
  await dialog.getByRole('button', { name: 'Turn it on' }).click()
  const key = await page
    .getByText(/^CDK1-/)
    .first()
    .innerText()
  await page.getByRole('button', { name: 'Done' }).click()
  return key
}

test('a key in the keychain opens the vault here, the printed one elsewhere, and the phrase anywhere', async ({
  start,
  folder,
  vaults,
  keyring
}) => {
  const path = join(vaults, 'Mara.coffer')
  const here = await start({ env: keyring.env })
  const { password, phrase } = await createVault(here, path)
  const key = await turnOn(here.page, password, phrase)
  expect(key).toMatch(/^CDK1(-[0-9A-Z]{4}){14}$/)
  await lock(here.page)
  await unlock(here.page, password)
  await expect(here.page.getByRole('button', { name: 'Lock (Ctrl+L)' })).toBeVisible()
  await here.app.close()

  expect(await cli(folder, ['list', path], [password], keyring.env)).toMatchObject({ code: 0 })
  const unreachable = await cli(folder, ['list', path], [password], NO_KEYRING)
  expect(unreachable).toMatchObject({ code: 3, out: '' })
  expect(unreachable.err).toContain('The keychain of this computer cannot be reached')
  expect(await cli(folder, ['list', path, '--device-key'], [password, key], NO_KEYRING)).toMatchObject({ code: 0 })
  expect(await cli(folder, ['list', path, '--recovery-phrase'], [phrase.join(' ')], NO_KEYRING)).toMatchObject({
    code: 0
  })

  const other = await startKeyring()
  try {
    const { page } = await start({ env: other.env, profile: join(folder, 'elsewhere'), args: [path] })
    await unlock(page, password)
    await page.getByRole('textbox', { name: 'Device key' }).fill(key.toLowerCase())
    await unlock(page, password)
    await expect(page.getByRole('button', { name: 'Lock (Ctrl+L)' })).toBeVisible()
    await lock(page)
    // It has been kept: here too the password is enough from now on.
    await unlock(page, password)
    await expect(page.getByRole('button', { name: 'Lock (Ctrl+L)' })).toBeVisible()
  } finally {
    await other.end()
  }
})

test('a key that is turned off is needed no more, and leaves the keychain', async ({
  start,
  folder,
  vaults,
  keyring
}) => {
  const path = join(vaults, 'Mara.coffer')
  const { app, page } = await start({ env: keyring.env })
  const { password, phrase } = await createVault({ app, page }, path)
  await turnOn(page, password, phrase)
  await page.getByRole('button', { name: 'Turn off…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Master password' }).fill(password)
  await dialog.getByRole('textbox', { name: 'The 24 words' }).fill(phrase.join(' '))
  await dialog.getByRole('button', { name: 'Turn it off' }).click()
  await expect(page.getByRole('button', { name: 'Turn on…' })).toBeVisible()
  await app.close()
  expect(await cli(folder, ['list', path], [password], NO_KEYRING)).toMatchObject({ code: 0 })
})

test('no second key is offered where there is no keychain', async ({ start, vaults }) => {
  const { app, page } = await start({ env: NO_KEYRING })
  await createVault({ app, page }, join(vaults, 'Mara.coffer'))
  await page.getByRole('button', { name: /^Settings/ }).click()
  await page.getByRole('button', { name: 'Turn on…' }).click()
  await expect(page.getByText(/^This computer has no keychain/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Turn it on' })).toBeDisabled()
})

test('a keychain that hangs keeps neither the window nor a command', async ({ start, folder, vaults, keyring }) => {
  const path = join(vaults, 'Mara.coffer')
  const here = await start({ env: keyring.env })
  const { password, phrase } = await createVault(here, path)
  await turnOn(here.page, password, phrase)
  keyring.pause()
  // A save has its mark kept in the keychain; quitting asks it once more.
  const edit = { title: 'Mail', tags: [], fields: [] }
  await here.page.evaluate((note) => window.coffer.call('item.create', { type: 'note', edit: note }), edit)
  const began = Date.now()
  await here.app.close()
  expect(Date.now() - began).toBeLessThan(10_000)

  const command = cli(folder, ['list', path], [password], keyring.env)
  await new Promise((resolve) => setTimeout(resolve, 1500))
  keyring.resume()
  expect(await command).toMatchObject({ code: 0 })
})
