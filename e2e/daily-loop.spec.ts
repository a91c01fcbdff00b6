import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { createVault } from './support/first-run.ts'
import { addLogins } from './support/items.ts'
import type { CofferWindow } from './support/launch.ts'
import { expect, test } from './support/test.ts'

const FIVE = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm'].map((title) => ({
  title,
  username: 'mara',
  password: 'secret-1'
}))

async function open(coffer: CofferWindow, vaults: string): Promise<Page> {
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await addLogins(coffer.page, FIVE)
  await expect(coffer.page.getByRole('row')).toHaveCount(5)
  return coffer.page
}

const row = (page: Page, title: string) => page.getByRole('row', { name: new RegExp(title) })
const search = (page: Page) => page.getByRole('combobox', { name: 'Search' })

test('an edit, a move to the trash and a bulk change are taken back and done again', async ({ coffer, vaults }) => {
  const page = await open(coffer, vaults)
  await row(page, 'Birch').click()
  await page.keyboard.press('Control+e')
  await page.getByRole('textbox', { name: 'Title' }).fill('Beech')
  await page.keyboard.press('Escape')
  await expect(page.getByText('Beech is changed').first()).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(row(page, 'Birch')).toBeVisible()
  await page.getByRole('button', { name: 'Redo', exact: true }).click()
  await expect(row(page, 'Beech')).toBeVisible()

  await row(page, 'Elm').click()
  await expect(page.getByRole('heading', { name: 'Elm' })).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(row(page, 'Elm')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(row(page, 'Elm')).toBeVisible()
  await page.keyboard.press('Control+Shift+z')
  await expect(row(page, 'Elm')).toHaveCount(0)

  await row(page, 'Alder').click()
  await row(page, 'Dogwood').click({ modifiers: ['Shift'] })
  await expect(page.getByRole('heading', { name: '4 items chosen' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Add a tag to all' }).fill('Trees')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Trees', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByRole('button', { name: /^Trees/ })).toHaveCount(0)
})

test('several rows are chosen by Ctrl, Shift and the arrows, and trashed as one', async ({ coffer, vaults }) => {
  const page = await open(coffer, vaults)
  const chosen = page.locator('[role=row][aria-selected=true]')
  await row(page, 'Alder').click()
  await row(page, 'Cedar').click({ modifiers: ['Control'] })
  await expect(chosen).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(chosen).toHaveCount(1)

  await search(page).focus()
  await page.keyboard.press('ArrowDown')
  for (let step = 0; step < 2; step++) await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByRole('heading', { name: '2 items chosen' })).toBeVisible()
  await page.keyboard.press('Control+a')
  await expect(page.getByRole('heading', { name: '5 items chosen' })).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(
    page.getByText('The vault is open and saved.').or(page.getByText('Items appear here.')).first()
  ).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('row')).toHaveCount(5)
})

test('the second button of the mouse offers what a row can do', async ({ coffer, vaults }) => {
  const page = await open(coffer, vaults)
  await row(page, 'Cedar').click({ button: 'right' })
  await expect(page.getByRole('menu', { name: 'Cedar' })).toBeVisible()
  await page.getByRole('menuitem', { name: /^Move to trash/ }).click()
  await expect(row(page, 'Cedar')).toHaveCount(0)
  await expect(page.getByText('Cedar is in the trash').first()).toBeVisible()
})

test('the item behind a trashed one is selected next, and the order of the list is kept', async ({
  coffer,
  vaults
}) => {
  const page = await open(coffer, vaults)
  await row(page, 'Birch').click()
  await expect(page.getByRole('heading', { name: 'Birch' })).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(page.getByRole('heading', { name: 'Cedar' })).toBeVisible()
  await page.getByRole('button', { name: 'Sorted by Title' }).click()
  await page.getByRole('menuitemradio', { name: 'Descending' }).click()
  await expect(page.getByRole('row').first()).toContainText('Elm')
  await page.reload()
  await expect(page.getByRole('row').first()).toContainText('Elm')
})
