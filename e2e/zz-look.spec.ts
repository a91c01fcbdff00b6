import { join } from 'node:path'
import { axeViolations } from './support/accessibility.ts'
import { createVault } from './support/first-run.ts'
import { expect, test } from './support/test.ts'
import { answerSaveDialog, chooseMenu } from './support/user.ts'
import { addSampleItems } from './tour/sample-items.ts'

test('look', async ({ coffer, vaults }) => {
  const { app, page } = coffer
  const { password } = await createVault(coffer, join(vaults, 'Mara.coffer'))
  await addSampleItems(page)
  await page.setViewportSize({ width: 1000, height: 680 })
  await chooseMenu(app, 'export')
  const dialog = page.getByRole('dialog')
  const shoot = async (name: string) => {
    for (const theme of ['light', 'dark'] as const) {
      await app.evaluate(({ nativeTheme }, source) => {
        nativeTheme.themeSource = source
      }, theme)
      await page.waitForTimeout(300)
      await page.screenshot({ path: `/tmp/exp-shots/${name}-${theme}.png` })
      expect.soft(await axeViolations(page), name).toEqual([])
    }
  }
  await shoot('export')
  await dialog.getByText('The keys of others').click()
  await shoot('export-keys')
  await dialog.getByRole('radio', { name: /^CSV, exact/ }).check()
  await shoot('export-csv')
  await answerSaveDialog(app, join(vaults, 'Mara.csv'))
  await dialog.getByRole('textbox', { name: 'Master password' }).fill(password)
  await dialog.getByRole('button', { name: 'Export…' }).click()
  await expect(page.getByRole('dialog', { name: 'The export is written' })).toBeVisible()
  await shoot('export-written')
})
