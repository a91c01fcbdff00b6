import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { test } from './support/test.ts'
import { atRest, expectAccessible } from './support/themes.ts'
import { SCREENS } from './tour/screens.ts'
import { speak } from './tour/speak.ts'

/** `npm run tour` names it. */
const FOLDER = process.env['COFFER_PICTURES']
/** The way is found by English words; another language is put over each screen once it is reached. */
const LANGUAGE = process.env['COFFER_TOUR_LANGUAGE'] ?? 'en'

test('every screen can be reached, and breaks no rule of axe in either theme', async ({ coffer, vaults }) => {
  test.setTimeout(360_000)
  if (FOLDER !== undefined) await mkdir(FOLDER, { recursive: true })
  const { app, page } = coffer
  const notes = new Map<string, string>()
  for (const { name, go } of SCREENS) {
    await test.step(name, async () => {
      await go({ app, page, vaults, notes })
      if (LANGUAGE !== 'en') await speak(page, LANGUAGE)
      await expectAccessible(app, page, name, async (theme) => {
        if (FOLDER !== undefined) await picture(page, join(FOLDER, `${name}-${theme}.png`))
      })
      if (LANGUAGE !== 'en') await speak(page, 'en')
    })
  }
})

/** The tour goes on faster than what was said of the screens before fades; screens take back the room that it has. */
async function picture(page: Page, path: string): Promise<void> {
  await showToasts(page, 'none')
  await page.screenshot({ path })
  await showToasts(page, '')
}

async function showToasts(page: Page, display: 'none' | ''): Promise<void> {
  await page.locator('[data-toasts]').evaluateAll((stacks, value) => {
    for (const stack of stacks) (stack as HTMLElement).style.display = value
  }, display)
  await atRest(page)
}
