import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createVault } from './support/first-run.ts'
import { expect, test } from './support/test.ts'
import { answerOpenDialog, answerSaveDialog, chooseMenu, readClipboard } from './support/user.ts'
import { addSampleItems } from './tour/sample-items.ts'

test('one item is shared with the holder of a key, and received in the import preview without a password', async ({
  coffer,
  vaults
}) => {
  const { app, page } = coffer
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await addSampleItems(page)
  await page.reload()

  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Show keys…' }).click()
  await page.getByRole('button', { name: 'Copy my key' }).click()
  await expect.poll(() => readClipboard(app)).toMatch(/^age1[0-9a-z]{58}$/)
  const key = await readClipboard(app)
  const keys = page.getByRole('dialog', { name: 'Keys for sharing' })
  await keys.getByRole('textbox', { name: 'Name' }).fill('Jonas')
  await keys.getByRole('textbox', { name: 'Their age key' }).fill('age1nobody')
  await keys.getByRole('button', { name: 'Keep this key' }).click()
  await expect(keys.getByRole('alert')).toContainText('not an age recipient')
  await keys.getByRole('textbox', { name: 'Their age key' }).fill(key)
  await keys.getByRole('button', { name: 'Keep this key' }).click()
  await expect(keys.getByRole('listitem')).toContainText('Jonas')
  await keys.getByRole('button', { name: 'Done' }).click()

  await page.getByRole('button', { name: /^All items/ }).click()
  await page.getByRole('row', { name: /GitHub/ }).click()
  await page.getByRole('button', { name: 'Edit' }).waitFor()
  await chooseMenu(app, 'share')
  const dialog = page.getByRole('dialog', { name: 'Share GitHub' })
  await dialog.getByRole('checkbox', { name: /^Jonas/ }).check()
  await dialog.getByRole('checkbox', { name: 'Website' }).uncheck()
  await dialog.getByRole('button', { name: 'Copy as text' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'The sealed item is on the clipboard' })).toHaveCount(1)
  expect(await readClipboard(app)).toContain('-----BEGIN AGE ENCRYPTED FILE-----')

  await chooseMenu(app, 'share')
  const file = join(vaults, 'shared.age')
  await answerSaveDialog(app, file)
  await dialog.getByRole('checkbox', { name: /^Jonas/ }).check()
  await dialog.getByRole('button', { name: 'Save as file…' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'The sealed item is in shared.age' })).toHaveCount(1)
  expect(await readFile(file, 'utf8')).not.toContain('GitHub')

  await chooseMenu(app, 'import')
  await answerOpenDialog(app, file)
  await page.getByRole('button', { name: /Choose a file/ }).click()
  await expect(page.getByText(/age/).first()).toBeVisible()
  await expect(page.getByRole('row', { name: /^Login/ }).first()).toBeVisible()
})

test('what came as text is pasted into the import', async ({ coffer, vaults }) => {
  const { app, page } = coffer
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await addSampleItems(page)
  await page.reload()
  await page.getByRole('row', { name: /GitHub/ }).click()
  await page.getByRole('button', { name: 'Edit' }).waitFor()
  await chooseMenu(app, 'share')
  const dialog = page.getByRole('dialog', { name: 'Share GitHub' })
  await dialog.getByText('Whoever knows a passphrase').click()
  await dialog.getByRole('textbox', { name: 'Passphrase' }).fill('stamp walnut harbor violin')
  await dialog.getByRole('button', { name: 'Copy as text' }).click()
  await expect.poll(() => readClipboard(app), { timeout: 30_000 }).toContain('-----END AGE ENCRYPTED FILE-----')
  await chooseMenu(app, 'import')
  await page.getByRole('button', { name: 'Paste what was shared with you' }).click()
  await page.getByRole('textbox', { name: /^Password/ }).fill('stamp walnut harbor violin')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /^Login/ }).first()).toBeVisible({ timeout: 30_000 })
})
