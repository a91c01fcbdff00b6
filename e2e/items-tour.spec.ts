import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { createVault } from './support/first-run.ts'
import { expect, test } from './support/test.ts'
import { expectAccessible } from './support/themes.ts'
import { answerOpenDialog, chooseMenu } from './support/user.ts'
import { addFilledItems, FILLED } from './tour/filled-items.ts'

/** Where pictures are wanted, too. */
const FOLDER = process.env['COFFER_ITEM_PICTURES']

const look = (app: ElectronApplication, page: Page, name: string): Promise<void> =>
  expectAccessible(app, page, name, async (theme) => {
    if (FOLDER !== undefined) await page.screenshot({ path: join(FOLDER, `${name}-${theme}.png`) })
  })

test('every type of item is shown and edited with all its fields, in both themes', async ({ coffer, vaults }) => {
  test.setTimeout(300_000)
  if (FOLDER !== undefined) await mkdir(FOLDER, { recursive: true })
  const { app, page } = coffer
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await addFilledItems(page)
  await writeFile(join(vaults, 'deed.txt'), 'the deed')
  await page.reload()
  for (const [type, title] of FILLED) {
    await test.step(type, async () => {
      await page.getByRole('row', { name: title }).first().click()
      await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
      if (type === 'login') {
        await answerOpenDialog(app, join(vaults, 'deed.txt'))
        await page.getByRole('button', { name: 'More', exact: true }).click()
        await page.getByRole('menuitem', { name: 'Attach a file' }).click()
        await expect(page.getByRole('region', { name: 'Files' })).toBeVisible()
      }
      await look(app, page, `${type}-detail`)
      await chooseMenu(app, 'edit')
      await expect(page.getByRole('textbox', { name: 'Title' })).toBeVisible()
      await look(app, page, `${type}-editor`)
      await page.getByRole('button', { name: 'Done' }).click()
    })
  }
})

/** What opens over an item, in the language of the test and wide enough to be beside it. */
const OVERLAYS: readonly (readonly [name: string, open: (page: Page, app: ElectronApplication) => Promise<void>])[] = [
  ['code-for-a-phone', (page) => page.getByRole('button', { name: 'Show as QR code' }).click()],
  [
    'file',
    (page) => page.getByRole('region', { name: 'Files' }).getByRole('button', { name: 'deed.txt', exact: true }).click()
  ],
  ['item-menu', (page) => page.getByRole('button', { name: 'More', exact: true }).click()],
  [
    'own-type',
    async (page) => {
      await page.getByRole('button', { name: 'More', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Make a type of it…' }).click()
    }
  ],
  [
    'field-menu',
    async (page, app) => {
      await chooseMenu(app, 'edit')
      await page.getByRole('button', { name: 'More about Password' }).click()
    }
  ]
]

test('what opens over an item is shown in both themes, without a violation', async ({ coffer, vaults }) => {
  test.setTimeout(240_000)
  if (FOLDER !== undefined) await mkdir(FOLDER, { recursive: true })
  const { app, page } = coffer
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await addFilledItems(page)
  await writeFile(join(vaults, 'deed.txt'), 'The spare key is under the third stone.\n'.repeat(30))
  await page.reload()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await page.getByRole('row', { name: /GitHub maralind/ }).click()
  await answerOpenDialog(app, join(vaults, 'deed.txt'))
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Attach a file' }).click()
  await expect(page.getByRole('region', { name: 'Files' })).toBeVisible()
  for (const [name, open] of OVERLAYS) {
    await test.step(name, async () => {
      await open(page, app)
      await look(app, page, `over-${name}`)
      await page.keyboard.press('Escape')
    })
  }
})
