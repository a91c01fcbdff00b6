import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { probe } from './support/feel/probe.ts'
import { median } from './support/feel/plan.ts'
import { createVault } from './support/first-run.ts'
import { addLogins } from './support/items.ts'
import { expect, test } from './support/test.ts'
import { expectAccessible } from './support/themes.ts'
import { chooseMenu } from './support/user.ts'

/** Both themes: without a violation, and in a picture where a folder is named for them. */
async function look(app: ElectronApplication, page: Page, name: string): Promise<void> {
  const folder = process.env['COFFER_PICTURES']
  await expectAccessible(app, page, name, async (theme) => {
    if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}-${theme}.png`) })
  })
}

test('among 5,000 tags one is found by typing, and the window draws no more than one can look through', async ({
  coffer,
  vaults
}) => {
  test.setTimeout(120_000)
  const { app, page } = coffer
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  const logins = Array.from({ length: 100 }, (_, item) => ({
    title: `Item ${item}`,
    tags: Array.from({ length: 50 }, (_each, place) => `Tag ${String(item * 50 + place).padStart(4, '0')}`)
  }))
  await addLogins(page, [...logins, { title: 'Nested', tags: ['Work/Code'] }])
  const sidebar = page.getByRole('complementary')
  const lines = sidebar.getByRole('button', { name: /^Tag \d/ })
  await expect(lines).toHaveCount(100)
  await sidebar.getByRole('button', { name: 'Show 100 of 4,901 more' }).click()
  await expect(lines).toHaveCount(200)
  await look(app, page, 'many-tags')

  const find = sidebar.getByRole('searchbox', { name: 'Find a tag' })
  await find.fill('4999')
  await expect(lines).toHaveCount(1)
  await lines.click()
  await expect(page.getByRole('row')).toHaveCount(1)
  await find.fill('code')
  await expect(sidebar.getByRole('button', { name: 'Work/Code' })).toBeVisible()
  await look(app, page, 'found-tag')
  await find.fill('nothing of this name')
  await expect(sidebar.getByText('No tag has that in its name.')).toBeVisible()
  await find.press('Escape')
  await expect(find).toHaveValue('')
  // What is listed keeps its line, wherever it stands among the others.
  await expect(sidebar.getByRole('button', { name: 'Tag 4999' })).toHaveAttribute('aria-current', 'page')

  await page.getByRole('row').click()
  await chooseMenu(app, 'edit')
  const field = page.getByPlaceholder('Add…')
  await field.fill('tag 3')
  await expect(page.locator('datalist option')).toHaveCount(50)
})

test('a note of nearly a megabyte is edited without waiting for it', async ({ coffer, vaults }) => {
  test.setTimeout(120_000)
  const { app, page } = coffer
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  const text = 'A line of a very long note, as somebody pastes it.\n'.repeat(19_000)
  await page.evaluate(async (value) => {
    const field = {
      change: 'put',
      id: 'notes',
      label: 'field.notes',
      kind: 'multiline',
      section: '',
      order: 0
    } as const
    const fields = [{ ...field, value, concealed: false }]
    const made = await window.coffer.call('item.create', { type: 'note', edit: { title: 'Long', fields } })
    if (!made.ok) throw new Error(made.code)
  }, text)
  await page.reload()
  await page.getByRole('row', { name: /Long/ }).click()
  await chooseMenu(app, 'edit')
  const note = page.getByRole('textbox', { name: 'Note' })
  await note.focus()
  await probe(page)
  for (const key of 'twelve keys.') {
    await page.keyboard.type(key)
    await page.waitForTimeout(150)
  }
  const waits = await page.evaluate(() => window.feel.painted('input'))
  console.log(`a key in a note of a megabyte is painted after ${median(waits).toFixed(0)} ms`)
  // A busy machine may be slow; one that lays out or sends a megabyte for each key takes seconds.
  expect(median(waits)).toBeLessThan(500)
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible()
})
