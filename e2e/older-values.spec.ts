import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { createVault, unlock } from './support/first-run.ts'
import { addLogins } from './support/items.ts'
import { expect, test } from './support/test.ts'
import { readClipboard } from './support/user.ts'

const OLD = 'tide-lantern-5'

async function edit(page: Page, label: string, value: string): Promise<void> {
  await page.keyboard.press('Control+e')
  await page.getByRole('textbox', { name: label, exact: true }).fill(value)
  await page.keyboard.press('Control+s')
  await expect(page.getByText(/^Saved \d/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Done' }).click()
}

test('an older value of a field is compared with the one of now, and put back', async ({ coffer, vaults }) => {
  const { app, page } = coffer
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await addLogins(page, [{ title: 'GitHub', username: 'mara', password: OLD }])
  await page.getByRole('row', { name: /GitHub/ }).click()
  await edit(page, 'Username', 'maria')
  await page.getByRole('button', { name: 'Username: 1 older version' }).click()
  const dialog = page.getByRole('dialog', { name: 'Username: older versions' })
  await expect(dialog.getByRole('insertion')).toHaveText('i')
  await dialog.getByRole('button', { name: 'Copy the older one' }).click()
  await expect.poll(() => readClipboard(app)).toBe('mara')
  await dialog.getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByRole('group', { name: 'Username' })).toContainText('mara')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByRole('group', { name: 'Username' })).toContainText('maria')
})

test('a new password waits beside the old one, through a lock, until the site has taken it', async ({
  coffer,
  vaults
}) => {
  const { app, page } = coffer
  const { password } = await createVault(coffer, join(vaults, 'Mara.coffer'))
  await addLogins(page, [{ title: 'GitHub', username: 'mara', password: OLD }])
  await page.getByRole('row', { name: /GitHub/ }).click()
  await page.getByRole('button', { name: 'Change Password…' }).click()
  await page.getByRole('radio', { name: 'My own' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'New password' }).fill('a brand new one')
  await page.getByRole('button', { name: 'Put it beside the old one' }).click()
  await expect(page.getByText('Both are kept until you say so.')).toBeVisible()

  await page.keyboard.press('Control+l')
  await unlock(page, password)
  await page.getByRole('row', { name: /GitHub/ }).click()
  await expect(page.getByText('Both are kept until you say so.')).toBeVisible()
  await page.keyboard.press('Control+c')
  await expect.poll(() => readClipboard(app)).toBe(OLD)
  await page.keyboard.press('Control+Shift+C')
  await expect.poll(() => readClipboard(app)).toBe('a brand new one')
  expect(await page.content()).not.toContain('a brand new one')

  await page.getByRole('button', { name: 'The site took the new one' }).click()
  await expect(page.getByText('Both are kept until you say so.')).toHaveCount(0)
  await page
    .getByRole('button', { name: 'Clear now' })
    .click({ timeout: 1000 })
    .catch(() => {})
  await page.keyboard.press('Control+p')
  await expect.poll(() => readClipboard(app)).toBe('a brand new one')
  await expect(page.getByRole('button', { name: 'Password: 1 older version' })).toBeVisible()
})

test('a generated secret that was copied is still there after a lock', async ({ coffer, vaults }) => {
  const { app, page } = coffer
  const { password } = await createVault(coffer, join(vaults, 'Mara.coffer'))
  await page.getByRole('button', { name: 'Generator', exact: true }).click()
  await page.getByRole('button', { name: /^Copy/ }).first().click()
  await expect.poll(() => readClipboard(app)).toMatch(/^[\w-]+( [\w-]+){5}$/)
  const copied = await readClipboard(app)
  await page.keyboard.press('Control+l')
  await unlock(page, password)
  await page.getByRole('button', { name: 'Generator', exact: true }).click()
  await page.getByRole('button', { name: 'Copy number 1 again' }).click()
  await expect.poll(() => readClipboard(app)).toBe(copied)
  await page.getByRole('button', { name: 'Reveal number 1' }).click()
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: copied.replaceAll(' ', '') })
      .or(page.getByRole('listitem').filter({ hasText: copied }))
  ).toHaveCount(1)
})
