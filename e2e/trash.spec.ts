import { join } from 'node:path'
import { axeViolations } from './support/accessibility.ts'
import { createVault } from './support/first-run.ts'
import { addLogins } from './support/items.ts'
import { expect, test } from './support/test.ts'

test('the trash says how long it keeps each item, and is emptied after one question that says how many', async ({
  coffer,
  vaults
}) => {
  const { page } = coffer
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await addLogins(
    page,
    ['Bookshop', 'GitHub', 'Railway'].map((title) => ({ title, username: 'mara' }))
  )
  await page.getByRole('row', { name: /Bookshop/ }).click()
  await page.keyboard.press('Delete')
  await page.getByRole('row', { name: /Railway/ }).click()
  await page.keyboard.press('Delete')
  await page.getByRole('button', { name: /^Trash/ }).click()
  await expect(page.getByRole('row', { name: /Railway/ })).toContainText('30 days left')
  await page.getByRole('row', { name: /Railway/ }).click()
  await expect(page.getByText(/30 days left, then it is purged/)).toBeVisible()
  expect(await axeViolations(page)).toEqual([])

  await page.getByRole('button', { name: 'Empty the trash…' }).press('Enter')
  const question = page.getByRole('dialog', { name: 'Empty the trash of 2 items?' })
  await expect(question).toContainText('after 30 days')
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('row')).toHaveCount(2)

  await page.keyboard.press('Control+K')
  await page.getByRole('combobox', { name: 'Command palette' }).fill('empty')
  await page.getByRole('option', { name: 'Empty the trash…' }).click()
  await page.getByRole('button', { name: 'Purge 2 items' }).click()
  await expect(page.getByText('The trash is empty.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Empty the trash…' })).toBeHidden()
  await page.getByRole('button', { name: /^All items/ }).click()
  await expect(page.getByRole('row')).toHaveCount(1)
})
