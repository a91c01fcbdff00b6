import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createVault } from './support/first-run.ts'
import { expect, test } from './support/test.ts'
import { answerSaveDialog, chooseMenu } from './support/user.ts'
import { addSampleItems } from './tour/sample-items.ts'

test('the vault is exported for other programs, master password again, and every loss is told', async ({
  coffer,
  vaults
}) => {
  const { app, page } = coffer
  const { password } = await createVault(coffer, join(vaults, 'Mara.coffer'))
  await addSampleItems(page)
  await chooseMenu(app, 'export')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^CSV, exact/ }).check()
  await expect(dialog.getByText('Whoever can read this file has every password in it')).toBeVisible()

  const csv = join(vaults, 'Mara.csv')
  await answerSaveDialog(app, csv)
  await dialog.getByRole('textbox', { name: 'Master password' }).fill('not the password at all')
  await dialog.getByRole('button', { name: 'Export…' }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Master password' }).fill(password)
  await dialog.getByRole('button', { name: 'Export…' }).click()
  await expect(page.getByRole('dialog', { name: 'The export is written' })).toContainText('6 items in Mara.csv')
  await expect(page.getByRole('dialog')).toContainText('6 items lose their dates.')
  expect(await readFile(csv, 'utf8')).toContain('"GitHub"')
  expect((await stat(csv)).mode & 0o777).toBe(0o600)
  await page.getByRole('button', { name: 'Done' }).click()
})

test('an age file takes a passphrase of its own, and a file that is there is left alone', async ({
  coffer,
  vaults
}) => {
  const { app, page } = coffer
  const { password } = await createVault(coffer, join(vaults, 'Mara.coffer'))
  await addSampleItems(page)
  const target = join(vaults, 'Mara.age')
  await answerSaveDialog(app, target)
  for (const again of [false, true]) {
    await chooseMenu(app, 'export')
    const dialog = page.getByRole('dialog')
    const action = dialog.getByRole('button', { name: 'Export…' })
    await dialog.getByRole('textbox', { name: 'Master password' }).fill(password)
    await dialog.getByRole('textbox', { name: 'Password of the file' }).fill('too short')
    await expect(action).toBeDisabled()
    await expect(dialog.getByText('At least 15 characters: 6 more to go')).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Password of the file' }).fill('stamp walnut harbor violin')
    await action.click()
    if (again) await expect(dialog.getByRole('alert')).toContainText('There is already a file of that name')
    else await expect(page.getByRole('dialog')).toContainText('Nothing is lost.')
    await page.getByRole('dialog').getByRole('button').last().focus()
    if (again) await dialog.getByRole('button', { name: 'Cancel' }).click()
    else await page.getByRole('button', { name: 'Done' }).click()
  }
  expect((await readFile(target, 'utf8')).startsWith('age-encryption.org/v1\n-> scrypt ')).toBe(true)
})
