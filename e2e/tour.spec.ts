import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { axeViolations } from './support/accessibility.ts'
import { expect, test } from './support/test.ts'
import { SCREENS } from './tour/screens.ts'

const THEMES = ['light', 'dark'] as const

const setTheme = (app: ElectronApplication, theme: (typeof THEMES)[number]): Promise<void> =>
  app.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source
  }, theme)

/** `npm run tour` names the folder; in the suite the pictures only prove that every screen can be reached. */
test('every screen can be reached, is pictured in both themes, and breaks no rule of axe', async ({
  coffer,
  vaults
}, info) => {
  test.setTimeout(360_000)
  const folder = process.env['COFFER_PICTURES'] ?? info.outputPath('pictures')
  await mkdir(folder, { recursive: true })
  const { app, page } = coffer
  const notes = new Map<string, string>()
  for (const { name, go } of SCREENS) {
    await test.step(name, async () => {
      await go({ app, page, vaults, notes })
      for (const theme of THEMES) {
        await setTheme(app, theme)
        // Colours settle within 240 ms.
        await page.waitForTimeout(300)
        await page.screenshot({ path: join(folder, `${name}-${theme}.png`) })
        expect.soft(await axeViolations(page), `${name}, ${theme}`).toEqual([])
      }
    })
  }
})
