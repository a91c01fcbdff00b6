import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { createVault } from './support/first-run.ts'
import { addLogins } from './support/items.ts'
import { expect, test } from './support/test.ts'
import { expectAccessible } from './support/themes.ts'

const row = (page: Page, title: string) => page.getByRole('row', { name: new RegExp(title) })
const messages = (page: Page) => page.getByRole('region', { name: 'Messages' })

async function boxOf(place: Locator) {
  const box = await place.boundingBox()
  if (box === null) throw new Error('not drawn')
  return box
}

async function covers(toast: Locator, other: Locator): Promise<boolean> {
  const [one, two] = [await boxOf(toast), await boxOf(other)]
  return (
    one.x < two.x + two.width && two.x < one.x + one.width && one.y < two.y + two.height && two.y < one.y + one.height
  )
}

async function vaultOfTwenty(page: Page): Promise<void> {
  const titles = Array.from({ length: 20 }, (_, place) => `Login ${String(place + 1).padStart(2, '0')}`)
  await addLogins(
    page,
    titles.map((title) => ({ title, username: 'mara', password: 'hunter2' }))
  )
}

test('toasts stand beside the list and above buttons, and an offer stays beside what is said after it', async ({
  coffer,
  vaults
}) => {
  const { app, page } = coffer
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await vaultOfTwenty(page)
  await row(page, 'Login 03').click()
  await page.keyboard.press('Delete')
  await page.keyboard.press('Control+b')
  const offer = messages(page).locator('[data-toast]').filter({ hasText: 'is in the trash' })
  const copied = messages(page).locator('[data-toast]').filter({ hasText: 'username copied' })
  await expect(offer).toBeVisible()
  await expect(copied).toBeVisible()
  const list = page.locator('[data-pane="list"]')
  expect(await covers(offer, list)).toBe(false)
  expect(await covers(copied, list)).toBe(false)
  // While the pointer is there its ten seconds do not run.
  await offer.hover()
  await expectAccessible(app, page, 'toasts')
  await offer.getByRole('button', { name: 'Undo' }).click()
  await expect(row(page, 'Login 03')).toBeVisible()
})

test('F6 goes to a toast, where its time stands still, and back; Esc goes back too', async ({ coffer, vaults }) => {
  const { page } = coffer
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await addLogins(page, [{ title: 'GitHub', username: 'mara', password: 'hunter2' }])
  await row(page, 'GitHub').click()
  await page.keyboard.press('Control+d')
  const undo = messages(page).getByRole('button', { name: 'Undo' })
  await expect(undo).toBeVisible()
  const search = page.getByRole('combobox', { name: 'Search' })
  await search.focus()
  await page.keyboard.press('F6')
  await expect(undo).toBeFocused()
  await page.waitForTimeout(11_000)
  await expect(undo).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(search).toBeFocused()
  await page.keyboard.press('F6')
  await page.keyboard.press('Enter')
  await expect(row(page, 'GitHub')).toHaveCount(1)
  await expect(search).toBeFocused()
  await page.keyboard.press('F1')
  await expect(page.getByText('To the message, and back')).toBeVisible()
})

test('over a dialog a toast covers neither a line nor a button, is reached by F6, and answering it leaves the dialog open', async ({
  coffer,
  vaults
}) => {
  const { page } = coffer
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await page.setViewportSize({ width: 500, height: 340 })
  await page.keyboard.press('Control+,')
  await page.getByRole('button', { name: 'Show keys…' }).click()
  await page.getByRole('button', { name: 'Copy my key' }).click()
  const toast = messages(page).locator('[data-toast]')
  await expect(toast).toBeVisible()
  const dialog = page.getByRole('dialog')
  expect(await covers(toast, dialog.getByRole('button', { name: 'Done' }))).toBe(false)
  expect(await covers(toast, dialog.getByRole('group', { name: 'Keys for sharing' }))).toBe(false)
  await page.keyboard.press('F6')
  await expect(toast).toBeFocused()
  await page.keyboard.press('F6')
  await expect(dialog.getByRole('button', { name: 'Copy my key' })).toBeFocused()
  await toast.click()
  await expect(dialog).toBeVisible()
})
