import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { createVault, unlock } from './support/first-run.ts'
import { addLogins } from './support/items.ts'
import { expect, test } from './support/test.ts'
import { answerSaveDialog, pressKey } from './support/user.ts'

/** Writes the phrase down, so to speak, and types back the words that are asked for. */
async function provePhrase(page: Page): Promise<readonly string[]> {
  await expect(page.getByRole('heading', { name: 'Write down the way back' })).toBeVisible()
  const listed = await page.getByRole('dialog').getByRole('listitem').allInnerTexts()
  const phrase = listed
    .map((text) => text.replaceAll(/[^a-z]/g, ''))
    .filter((word) => word !== '')
    .slice(-24)
  for (const box of await page.getByRole('textbox', { name: /^Word \d+$/ }).all()) {
    const label = await box.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '')
    await box.fill(phrase[Number(label.replaceAll(/\D/g, '')) - 1] ?? '')
  }
  return phrase
}

test('a new recovery phrase is made without changing the password, and saved as a sheet with a QR code', async ({
  coffer,
  vaults
}) => {
  const { app, page } = coffer
  const path = join(vaults, 'Mara.coffer')
  const { password, phrase } = await createVault(coffer, path)
  await addLogins(page, [{ title: 'GitHub', username: 'mara', password: 'tide-lantern-5' }])
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await page.getByRole('button', { name: 'New phrase…' }).click()
  await page.getByRole('textbox', { name: 'Master password now' }).fill('not the password')
  await page.getByRole('button', { name: 'Make a new phrase' }).click()
  await expect(page.getByText('That is not the master password of this vault.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Master password now' }).fill(password)
  await page.getByRole('button', { name: 'Make a new phrase' }).click()
  await expect(page.getByRole('heading', { name: 'Write down the way back' })).toBeVisible()
  const sheet = join(vaults, 'sheet.pdf')
  await answerSaveDialog(app, sheet)
  await page.getByRole('button', { name: 'Save as PDF…' }).click()
  await expect(page.getByText('The sheet is saved.').first()).toBeVisible()
  expect((await readFile(sheet)).subarray(0, 5).toString()).toBe('%PDF-')
  const next = await provePhrase(page)
  expect(next).toHaveLength(24)
  expect(next).not.toEqual(phrase)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('The vault has a new recovery phrase.').first()).toBeVisible()
  await page.keyboard.press('Control+l')
  await unlock(page, password)
  await expect(page.getByRole('row', { name: /GitHub/ })).toBeVisible()
})

test('the cost of a guess is measured, raised, and asked for at the next unlock', async ({ coffer, vaults }) => {
  test.setTimeout(120_000)
  const { page } = coffer
  const { password } = await createVault(coffer, join(vaults, 'Mara.coffer'))
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await page.getByRole('button', { name: 'Measure…' }).click()
  await expect(page.getByText(/^It can afford: /)).toBeVisible({ timeout: 60_000 })
  await page.getByRole('textbox', { name: 'Master password now' }).fill(password)
  await page.getByRole('button', { name: 'Raise it' }).click()
  await expect(page.getByRole('heading', { name: 'Write down the way back' })).toBeVisible({ timeout: 60_000 })
  await provePhrase(page)
  await page.getByRole('button', { name: 'Continue' }).click()
  const view = await page.evaluate(() => window.coffer.call('vault.view', undefined))
  expect(view.ok && view.value.kdf.memoryKiB).toBeGreaterThanOrEqual(256 * 1024)
  await page.keyboard.press('Control+l')
  await unlock(page, password)
  await expect(page.getByRole('button', { name: /^New login/ })).toBeVisible({ timeout: 30_000 })
})

test('one goes from one vault to another by the name in the sidebar', async ({ coffer, vaults }) => {
  const { app, page } = coffer
  const first = await createVault(coffer, join(vaults, 'Mara.coffer'))
  await addLogins(page, [{ title: 'GitHub', username: 'mara' }])
  await page.getByRole('button', { name: 'Vault Mara: switch' }).click()
  await page.getByRole('menuitem', { name: 'New vault…' }).click()
  await expect(page.getByRole('heading', { name: 'A vault of your own' })).toBeVisible()
  await createVault(coffer, join(vaults, 'Work.coffer'))
  await page.getByRole('button', { name: /: switch$/ }).click()
  await page.getByRole('menuitem', { name: 'Mara' }).click()
  await expect(page.getByRole('heading', { name: 'Mara' })).toBeVisible()
  await unlock(page, first.password)
  await expect(page.getByRole('row', { name: /GitHub/ })).toBeVisible()
  await pressKey(app, 'l', ['control'])
  await expect(page.getByRole('heading', { name: 'Mara' })).toBeVisible()
})
