import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { createVault, unlock } from './support/first-run.ts'
import { expect, test } from './support/test.ts'
import { chooseMenu } from './support/user.ts'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const fixture = (name: string) => readFile(join(import.meta.dirname, 'fixtures', name), 'utf8')

async function newItem(page: Page, type: string): Promise<void> {
  await page.getByRole('button', { name: /^New item/ }).click()
  await page.getByRole('menuitem', { name: type, exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused()
}

const done = (page: Page) => page.getByRole('button', { name: 'Done' }).click()

/** The labels of the fields, from the top. */
const order = (page: Page) =>
  page
    .locator('[data-pane="detail"]')
    .getByRole('group')
    .evaluateAll((groups) => groups.map((group) => group.getAttribute('aria-label')))

test('fields are added, renamed, moved by keys and grouped, and an address more than once', async ({
  coffer,
  vaults
}) => {
  const { app, page } = coffer
  const { password } = await createVault(coffer, join(vaults, 'Mara.coffer'))
  await newItem(page, 'Login')
  await page.getByRole('textbox', { name: 'Title' }).fill('Bookshop')
  await page.getByRole('textbox', { name: 'Username' }).fill('mara')
  await page.getByRole('textbox', { name: 'Website' }).fill('https://books.example.org')
  await page.getByRole('button', { name: 'Website', exact: true }).click()
  await page.getByRole('textbox', { name: 'Website' }).nth(1).fill('https://shop.example.org')

  await page.getByRole('button', { name: 'Field', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Phone' }).click()
  await page.getByRole('button', { name: 'More about Phone' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'Name of Phone' }).fill('Hotline')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Hotline' }).fill('+46 8 555 010 22')
  const place = async () => (await order(page)).indexOf('Hotline')
  const before = await place()
  await page.getByRole('textbox', { name: 'Hotline' }).press('Alt+ArrowUp')
  await page.getByRole('textbox', { name: 'Hotline' }).press('Alt+ArrowUp')
  expect(await place()).toBe(before - 2)
  await expect(page.getByRole('textbox', { name: 'Hotline' })).toBeFocused()

  await page.getByRole('button', { name: 'Section', exact: true }).click()
  await page.getByRole('textbox', { name: 'Name of the section New section' }).fill('Membership')
  await page.keyboard.press('Tab')
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('4029')
  await done(page)

  await chooseMenu(app, 'lock')
  await unlock(page, password)
  await page.getByRole('row', { name: /Bookshop/ }).click()
  await expect(page.getByRole('heading', { name: 'Membership' })).toBeVisible()
  await expect(page.getByText('4029')).toBeVisible()
  await expect(page.getByText('+46 8 555 010 22')).toBeVisible()
  await expect(page.getByRole('button', { name: 'https://shop.example.org', exact: true })).toBeVisible()
})

test('a certificate fills in its own facts, and what ends soon is told in the list and the sidebar', async ({
  coffer,
  vaults
}) => {
  const { page } = coffer
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await newItem(page, 'TLS certificate')
  await page.getByRole('textbox', { name: 'Title' }).fill('Registry')
  await page.getByRole('textbox', { name: 'Certificate' }).fill(await fixture('certificate.pem'))
  await expect(page.getByRole('textbox', { name: 'Expires' })).toHaveValue('2036-11-22')
  await expect(page.getByRole('textbox', { name: 'Domain' })).toHaveValue('registry.example.org')
  await done(page)
  await expect(page.getByRole('button', { name: /^Due soon/ })).toBeHidden()

  await page.getByRole('button', { name: /^Edit/ }).click()
  await page.getByRole('textbox', { name: 'Expires' }).fill(inDays(12))
  await done(page)
  await expect(page.getByRole('row', { name: /Registry/ })).toContainText('Expires in 12 days')
  await page.getByRole('button', { name: /^Due soon/ }).click()
  await expect(page.getByRole('row')).toHaveCount(1)

  await page.getByRole('button', { name: /^Edit/ }).click()
  await page.getByRole('button', { name: 'More about Expires' }).click()
  await page.getByRole('menuitemradio', { name: 'Remind before it ends' }).click()
  await done(page)
  await expect(page.getByText('Nothing ends or is to be changed within 30 days.')).toBeVisible()
})

test('an SSH key is made in its item, and only its public half is shown', async ({ coffer, vaults }) => {
  const { page } = coffer
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await newItem(page, 'SSH key')
  await page.getByRole('textbox', { name: 'Username' }).fill('mara')
  await page.getByRole('button', { name: 'Generate SSH key' }).click()
  await expect(page.getByRole('textbox', { name: 'Public key' })).toHaveValue(/^ssh-ed25519 AAAA\S+ mara$/)
  await expect(page.getByRole('textbox', { name: 'Fingerprint' })).toHaveValue(/^SHA256:/)
  expect(await page.content()).not.toContain('PRIVATE KEY')
  await done(page)
  await expect(page.getByRole('heading', { name: 'SSH key' })).toBeVisible()
})

test("a type of one's own is made of an item, and new items of it have its fields", async ({ coffer, vaults }) => {
  const { app, page } = coffer
  const { password } = await createVault(coffer, join(vaults, 'Mara.coffer'))
  await newItem(page, 'Login')
  await page.getByRole('textbox', { name: 'Title' }).fill('Gym')
  await page.getByRole('button', { name: 'Field', exact: true }).click()
  await page.getByRole('menuitem', { name: 'PIN' }).click()
  await page.getByRole('textbox', { name: 'PIN' }).fill('7319')
  await done(page)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Make a type of it…' }).click()
  await page.getByRole('textbox', { name: 'Name of the type' }).fill('Membership')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Membership' })).toBeVisible()
  await newItem(page, 'Membership')
  await page.getByRole('textbox', { name: 'Title' }).fill('Library')
  await expect(page.getByRole('textbox', { name: 'PIN' })).toHaveValue('')
  await done(page)
  await chooseMenu(app, 'lock')
  await unlock(page, password)
  await page.getByRole('button', { name: 'Membership' }).click()
  await expect(page.getByRole('row')).toHaveCount(2)
})

test('a note of more than a megabyte is refused in a sentence, and kept when it is shorter', async ({
  coffer,
  vaults
}) => {
  const { page } = coffer
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await newItem(page, 'Secure note')
  await page.getByRole('textbox', { name: 'Title' }).fill('Long')
  await page.getByRole('textbox', { name: 'Note' }).fill('n'.repeat(2 ** 20))
  await expect(page.getByRole('alert')).toContainText('That text is too long for one field')
  await page.getByRole('textbox', { name: 'Note' }).fill(`${'n'.repeat(900_000)} 👩‍👩‍👧‍👦 שלום`)
  await page.keyboard.press('Control+S')
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await done(page)
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(page.getByText('👩‍👩‍👧‍👦 שלום')).toBeVisible()
})
