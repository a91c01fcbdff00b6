import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { axeViolations } from './support/accessibility.ts'
import { createVault } from './support/first-run.ts'
import { expect, test } from './support/test.ts'
import { answerOpenDialog, chooseMenu } from './support/user.ts'
import { addFilledItems, FILLED } from './tour/filled-items.ts'

const THEMES = ['light', 'dark'] as const

async function picture(app: ElectronApplication, page: Page, path: string): Promise<void> {
  for (const theme of THEMES) {
    await app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source
    }, theme)
    await page.waitForTimeout(300)
    await page.screenshot({ path: `${path}-${theme}.png` })
  }
}

/** `COFFER_ITEM_PICTURES` names the folder; in the suite the pictures only prove that every type can be shown and edited. */
test('every type of item is shown and edited with all its fields, in both themes', async ({ coffer, vaults }, info) => {
  test.setTimeout(300_000)
  const folder = process.env['COFFER_ITEM_PICTURES'] ?? info.outputPath('pictures')
  await mkdir(folder, { recursive: true })
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
      await picture(app, page, join(folder, `${type}-detail`))
      await chooseMenu(app, 'edit')
      await expect(page.getByRole('textbox', { name: 'Title' })).toBeVisible()
      await picture(app, page, join(folder, `${type}-editor`))
      expect(await axeViolations(page)).toEqual([])
      await page.getByRole('button', { name: 'Done' }).click()
    })
  }
})
