import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { axeViolations } from './support/accessibility.ts'
import { createVault, firstRun } from './support/first-run.ts'
import { expect, test } from './support/test.ts'
import { atRest } from './support/themes.ts'
import { answerOpenDialog, chooseMenu } from './support/user.ts'
import { addFilledItems } from './tour/filled-items.ts'
import type { CofferWindow } from './support/launch.ts'

/** A window of 1000 by 680, and what 200 % leaves of it in the pixels that the page lays itself out in. */
const SIZES = [
  { width: 1000, height: 680 },
  { width: 500, height: 340 }
] as const

test('an empty vault offers what to begin with where one pane shows at a time', async ({ coffer, vaults }) => {
  const { page } = coffer
  await page.setViewportSize(SIZES[1])
  await firstRun(coffer, join(vaults, 'Mara.coffer'))
  for (const name of [/^New login/, /^New secure note/, /^Import/, /^Open generator/])
    await expect(page.getByRole('button', { name }).filter({ visible: true })).toHaveCount(1)
  await expect(page.getByRole('button', { name: /^Open generator/ })).toBeInViewport({ ratio: 1 })
  expect(await axeViolations(page)).toEqual([])
  await page.keyboard.press('Tab')
  await page
    .getByRole('button', { name: /^New login/ })
    .filter({ visible: true })
    .press('Enter')
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused()
})

type Opens = {
  readonly name: string
  /** The button that acts, or leaves where there is nothing to do. */
  readonly acts: string | RegExp
  readonly open: (stop: CofferWindow) => Promise<unknown>
}

const item = async ({ app, page }: CofferWindow, title: string) => {
  await chooseMenu(app, 'search')
  await page.getByRole('combobox', { name: 'Search' }).fill(title)
  await page.getByRole('row', { name: title }).first().click()
}
const more = async (page: Page, entry: string) => {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const settings = async ({ app, page }: CofferWindow, name: string) => {
  await chooseMenu(app, 'settings')
  await press(page, name)
}

const DIALOGS: readonly Opens[] = [
  { name: 'code for a phone', acts: 'Close', open: ({ page }) => press(page, 'Show as QR code') },
  { name: 'large type', acts: 'Close', open: ({ page }) => press(page, 'Large type') },
  { name: 'a file', acts: 'Close', open: ({ page }) => press(page, 'deed.txt') },
  { name: 'password change', acts: 'Use it', open: ({ page }) => press(page, 'Change Password…') },
  { name: 'type of its own', acts: /^Make/, open: ({ page }) => more(page, 'Make a type of it…') },
  { name: 'share', acts: 'Copy as text', open: ({ app }) => chooseMenu(app, 'share') },
  { name: 'keys', acts: 'Close', open: ({ app }) => chooseMenu(app, 'keys') },
  {
    name: 'export to age with a password',
    acts: 'Export…',
    async open({ app, page }) {
      await chooseMenu(app, 'export')
      await page.getByRole('radio', { name: /age/ }).first().check()
    }
  },
  { name: 'keys of others', acts: 'Done', open: (stop) => settings(stop, 'Show keys…') },
  { name: 'device key', acts: 'Turn it on', open: (stop) => settings(stop, 'Turn on…') },
  {
    name: 'backup export with a password of its own',
    acts: 'Export…',
    async open({ page }) {
      await reach(page, 'Backups')
      await press(page, 'Export…')
      await page.getByRole('checkbox').check()
    }
  },
  {
    name: 'emptying the trash',
    acts: 'Purge 1 item',
    async open(stop) {
      const { app, page } = stop
      await item(stop, 'Passport')
      await page.getByRole('heading', { name: 'Passport', level: 1 }).waitFor()
      await chooseMenu(app, 'trash')
      await page.getByText('Passport is in the trash').last().waitFor()
      await reach(page, /^Trash/)
      await press(page, 'Empty the trash…')
    }
  },
  {
    name: 'purging one',
    acts: /^Purge/,
    async open({ page }) {
      await page.getByRole('row', { name: 'Passport' }).click()
      await press(page, /^Purge/)
    }
  }
]

/** From whichever pane is shown, which may just be changing. */
async function reach(page: Page, name: string | RegExp): Promise<void> {
  await expect(async () => {
    for (const back of ['Back to the list', 'Show the sidebar']) {
      const button = page.getByRole('button', { name: back, exact: true })
      if (await button.isVisible()) await button.click({ timeout: 1000 })
    }
    await page.getByRole('button', { name }).filter({ visible: true }).first().click({ timeout: 1000 })
  }).toPass()
}

for (const size of SIZES) {
  test(`every dialog fits ${size.width} by ${size.height}, with its buttons in sight`, async ({ coffer, vaults }) => {
    test.setTimeout(180_000)
    const { app, page } = coffer
    const folder = process.env['COFFER_PICTURES']
    await createVault(coffer, join(vaults, 'Mara.coffer'))
    await addFilledItems(page)
    await page.reload()
    await writeFile(join(vaults, 'deed.txt'), 'The spare key is under the third stone.\n'.repeat(80))
    await answerOpenDialog(app, join(vaults, 'deed.txt'))
    await item(coffer, 'GitHub')
    await more(page, 'Attach a file')
    await expect(page.getByRole('region', { name: 'Files' })).toBeVisible()
    await page.setViewportSize(size)
    for (const { name, acts, open } of DIALOGS) {
      await test.step(name, async () => {
        await open(coffer)
        const dialog = page.getByRole('dialog')
        await expect(dialog).toBeVisible()
        await atRest(page)
        if (folder !== undefined) await page.screenshot({ path: join(folder, `dialog-${size.width}-${name}.png`) })
        const button = dialog.getByRole('button', { name: acts }).last()
        await expect.soft(button, name).toBeInViewport({ ratio: 1 })
        const box = await dialog.boundingBox()
        expect.soft(box !== null && box.y >= 0 && box.y + box.height <= size.height, `${name}: inside`).toBe(true)
        expect.soft(await axeViolations(page), name).toEqual([])
        await page.keyboard.press('Escape')
        await expect(dialog).toBeHidden()
      })
    }
  })
}
