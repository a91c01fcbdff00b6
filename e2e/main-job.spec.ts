import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { firstRun, unlock } from './support/first-run.ts'
import { expect, test } from './support/test.ts'
import { readClipboard, writeClipboard } from './support/user.ts'

const PASSWORD = 'hunter2-hunter2'

async function addGitHub(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^New login/ }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('GitHub')
  await page.getByRole('textbox', { name: 'Username' }).fill('maralind')
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await page.keyboard.press('Control+S')
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await page.getByRole('button', { name: 'Done' }).click()
}

test('create a vault, add a login, find it, copy its password, lock, and unlock again', async ({ coffer, vaults }) => {
  const { app, page } = coffer
  const path = join(vaults, 'Mara.coffer')
  const { password } = await firstRun(coffer, path)
  await addGitHub(page)

  await page.getByRole('combobox', { name: 'Search' }).fill('gith')
  await expect(page.getByRole('row', { name: /GitHub/ })).toBeVisible()
  await page.getByRole('button', { name: /^Copy Password/ }).click()
  await expect.poll(() => readClipboard(app)).toBe(PASSWORD)

  await page.getByRole('button', { name: /^Lock/ }).click()
  await expect(page.getByRole('textbox', { name: 'Master password' })).toBeVisible()
  expect(await readClipboard(app)).not.toBe(PASSWORD)
  const left = await page.content()
  for (const text of ['GitHub', 'maralind', PASSWORD]) expect(left).not.toContain(text)
  const bytes = (await readFile(path)).toString('latin1')
  for (const text of ['GitHub', 'maralind', PASSWORD]) expect(bytes).not.toContain(text)

  await unlock(page, 'not the password at all')
  await expect(page.getByText('That password does not open this vault.')).toBeVisible()
  await unlock(page, password)
  await expect(page.getByRole('row', { name: /GitHub/ })).toBeVisible()
})

test('a copy clears only its own value', async ({ coffer, vaults }) => {
  const { app, page } = coffer
  await firstRun(coffer, join(vaults, 'Mara.coffer'))
  await addGitHub(page)
  await page.getByRole('button', { name: /^Copy Password/ }).click()
  await expect.poll(() => readClipboard(app)).toBe(PASSWORD)
  await writeClipboard(app, 'something else')
  await page.getByRole('button', { name: /^Lock/ }).click()
  await expect(page.getByRole('textbox', { name: 'Master password' })).toBeVisible()
  expect(await readClipboard(app)).toBe('something else')
})
