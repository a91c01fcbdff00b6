import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { createVault, lock, proveSheet, unlock } from './support/first-run.ts'
import { expect, test } from './support/test.ts'
import { addSampleItems } from './tour/sample-items.ts'

const NEXT = 'quite another password'

async function chooseOwn(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'My own password' }).click()
  await page.getByRole('textbox', { name: 'New master password' }).fill('Maras Tresor 2026')
  await expect(page.getByText('This is built on a name that stands beside it.')).toBeVisible()
  await page.getByRole('textbox', { name: 'New master password' }).fill(NEXT)
  await page.getByRole('button', { name: 'Use this password' }).click()
  await page.getByRole('textbox', { name: 'Master password' }).fill(NEXT)
}

test('after a change of the master password only the new one opens the vault, and only the new phrase', async ({
  coffer,
  vaults
}) => {
  const { page } = coffer
  const { password, phrase } = await createVault(coffer, join(vaults, 'Mara.coffer'))
  await addSampleItems(page)
  await page.getByRole('button', { name: /^Settings/ }).click()
  await page.getByRole('button', { name: 'Change…' }).click()
  await page.getByRole('textbox', { name: 'Master password now' }).fill(password)
  await page.getByRole('button', { name: 'Continue' }).click()
  await chooseOwn(page)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('Make a new one').click()
  await page.getByRole('button', { name: 'Change it' }).click()
  const made = await proveSheet(page)
  expect(made).not.toEqual(phrase)
  await page.getByRole('button', { name: /^(Continue|Done)$/ }).click()
  await lock(page)
  await unlock(page, password)
  await expect(page.getByText('That password does not open this vault.')).toBeVisible()
  await unlock(page, NEXT)
  await expect(page.getByRole('row', { name: /Railway/ })).toBeVisible()
})

test('the recovery phrase opens the vault, sets a new master password, and is replaced', async ({ coffer, vaults }) => {
  const { page } = coffer
  const { password, phrase } = await createVault(coffer, join(vaults, 'Mara.coffer'))
  await addSampleItems(page)
  await lock(page)
  await page.getByRole('button', { name: 'Use the recovery phrase' }).click()
  await page.getByRole('textbox', { name: 'The 24 words' }).fill(phrase.toReversed().join(' '))
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('alert')).toContainText('the last one checks the others')
  await expect(page.getByRole('textbox', { name: 'The 24 words' })).not.toHaveValue('')
  await page.getByRole('textbox', { name: 'The 24 words' }).fill([...phrase.slice(0, 23), 'zooo'].join(' '))
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('alert')).toContainText('Word 24 is not one of the recovery words.')
  await page.getByRole('textbox', { name: 'The 24 words' }).fill(phrase.join(' ').toUpperCase())
  await page.getByRole('button', { name: 'Continue' }).click()
  await chooseOwn(page)
  await page.getByRole('button', { name: 'Open the vault' }).click()
  const made = await proveSheet(page)
  expect(made).not.toEqual(phrase)
  await page.getByRole('button', { name: /^(Continue|Done)$/ }).click()
  await expect(page.getByRole('row', { name: /Railway/ })).toBeVisible()
  await lock(page)
  await unlock(page, password)
  await expect(page.getByText('That password does not open this vault.')).toBeVisible()
  await unlock(page, NEXT)
  await expect(page.getByRole('row', { name: /Railway/ })).toBeVisible()
})
