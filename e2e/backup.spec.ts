import { execFile } from 'node:child_process'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createVault, proveSheet, unlock } from './support/first-run.ts'
import { expect, test } from './support/test.ts'
import { answerOpenDialog, answerSaveDialog, chooseMenu } from './support/user.ts'
import { addSampleItems } from './tour/sample-items.ts'

const run = promisify(execFile)

test('an exported backup matches its checksum, has a phrase of its own, and is restored after a loss', async ({
  coffer,
  vaults
}) => {
  const { app, page } = coffer
  const path = join(vaults, 'Mara.coffer')
  const exported = join(vaults, 'Away.coffer')
  const { password, phrase } = await createVault(coffer, path)
  await addSampleItems(page)
  await page.getByRole('button', { name: 'Backups' }).click()
  await answerSaveDialog(app, exported)
  await page.getByRole('button', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Master password' }).fill('not the password at all')
  await dialog.getByRole('button', { name: /^Export/ }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await expect(access(exported)).rejects.toThrow('ENOENT')
  await dialog.getByRole('textbox', { name: 'Master password' }).fill(password)
  await dialog.getByRole('button', { name: /^Export/ }).click()
  await expect(page.getByText('6 items, read back and verified')).toBeVisible()
  expect(await proveSheet(page)).not.toEqual(phrase)
  await run('sha256sum', ['-c', 'Away.coffer.sha256'], { cwd: vaults })
  await page.getByRole('button', { name: 'Done' }).click()

  await page.getByRole('button', { name: /^All items/ }).click()
  await page.getByRole('row', { name: /GitHub/ }).click()
  await chooseMenu(app, 'trash')
  await expect(page.getByRole('row', { name: /GitHub/ })).toBeHidden()

  await page.getByRole('button', { name: 'Backups' }).click()
  await answerOpenDialog(app, exported)
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  // The automatic ones, which may be of the empty vault, have such a button too.
  await page.getByRole('button', { name: /^Restore.*Away\.coffer/ }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Password of the backup' }).fill(password)
  await page.getByRole('dialog').getByRole('button', { name: 'Restore it' }).click()
  await expect(page.getByRole('status').getByText('The backup is in place')).toBeVisible()
  await page.getByRole('button', { name: /^All items/ }).click()
  await expect(page.getByRole('row', { name: /GitHub/ })).toBeVisible()
  await page.getByRole('button', { name: /^Lock/ }).click()
  await unlock(page, password)
  await expect(page.getByRole('row', { name: /GitHub/ })).toBeVisible()
})
