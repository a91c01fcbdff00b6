import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createVault, lock, unlock } from './support/first-run.ts'
import { expect, test } from './support/test.ts'
import { answerSaveDialog } from './support/user.ts'
import { cutTail, flipBit } from './support/vault-on-disk.ts'
import { addSampleItems } from './tour/sample-items.ts'

const sha256 = async (path: string) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex')

test('a damaged file is left as it is; a verified backup takes its place, and the damaged one is kept', async ({
  coffer,
  vaults
}) => {
  const { page } = coffer
  const path = join(vaults, 'Mara.coffer')
  const { password } = await createVault(coffer, path)
  await addSampleItems(page)
  expect(await page.evaluate(() => window.coffer.call('backup.makeNow', undefined))).toMatchObject({ ok: true })
  await lock(page)
  await flipBit(path, 0.5)
  const damaged = await sha256(path)

  await unlock(page, password)
  await expect(page.getByRole('heading', { name: 'This file is damaged' })).toBeVisible()
  await expect(page.getByText(/cannot be read at byte [\d,]+\./)).toBeVisible()
  expect(await sha256(path)).toBe(damaged)

  await page
    .getByRole('button', { name: /^Restore the backup of Today, \d/ })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Password of the backup' }).fill(password)
  await page.getByRole('dialog').getByRole('button', { name: 'Restore it' }).click()
  await expect(page.getByRole('row', { name: /Railway/ })).toBeVisible()
  await expect(page.getByRole('status').getByText(/The vault from before is kept as/)).toBeAttached()
})

test('what is left of a damaged file is salvaged into a new one', async ({ coffer, vaults }) => {
  const { app, page } = coffer
  const path = join(vaults, 'Mara.coffer')
  const { password } = await createVault(coffer, path)
  await addSampleItems(page)
  await lock(page)
  await flipBit(path, 0.5)
  const damaged = await sha256(path)

  await unlock(page, password)
  await page.getByRole('heading', { name: 'This file is damaged' }).waitFor()
  await answerSaveDialog(app, join(vaults, 'Salvaged.coffer'))
  await page.getByRole('button', { name: 'Salvage…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Master password' }).fill(password)
  await dialog.getByRole('button', { name: /^Salvage/ }).click()
  await expect(dialog.getByText(/^\d items were salvaged$/)).toBeVisible()
  await expect(dialog.getByText(/One part of the file is lost/)).toBeVisible()
  expect(await sha256(path)).toBe(damaged)
  await dialog.getByRole('button', { name: 'Open the salvaged vault' }).click()
  await unlock(page, password)
  await expect(page.getByRole('row', { name: /Bookshop/ })).toBeVisible()
})

test('a save that a crash cut short is set aside, and the vault says so', async ({ coffer, vaults }) => {
  const { page } = coffer
  const path = join(vaults, 'Mara.coffer')
  const { password } = await createVault(coffer, path)
  await addSampleItems(page)
  await lock(page)
  await cutTail(path, 7)

  await unlock(page, password)
  await expect(page.getByText(/The last save was cut off/)).toBeVisible()
  await expect(page.getByRole('row', { name: /Railway/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /Registry/ })).toBeHidden()
})
