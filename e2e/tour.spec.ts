import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from './support/test.ts'
import { expectAccessible } from './support/themes.ts'
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
        if (FOLDER !== undefined) await page.screenshot({ path: join(FOLDER, `${name}-${theme}.png`) })
      })
      if (LANGUAGE !== 'en') await speak(page, 'en')
    })
  }
})
