import type { ElectronApplication, Page } from '@playwright/test'
import { axeViolations, OF_COLOUR } from './accessibility.ts'
import { expect } from './test.ts'

const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** Shows the screen as it stands in each theme, at rest. */
export async function inBothThemes(
  app: ElectronApplication,
  page: Page,
  look: (theme: Theme) => Promise<void>
): Promise<void> {
  for (const theme of THEMES) {
    await app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source
    }, theme)
    await page.waitForFunction((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, theme)
    await atRest(page)
    await look(theme)
  }
}

/** Both themes are without a violation. Only colours are looked at twice: nothing else of a screen hangs on the theme. */
export async function expectAccessible(
  app: ElectronApplication,
  page: Page,
  name: string,
  look: (theme: Theme) => Promise<unknown> = () => Promise.resolve()
): Promise<void> {
  await inBothThemes(app, page, async (theme) => {
    await look(theme)
    const rules = theme === THEMES[0] ? [] : OF_COLOUR
    expect.soft(await axeViolations(page, rules), `${name}, ${theme}`).toEqual([])
  })
}

/** Takes whatever moves or fades to its end, and what begins by that, until nothing does; what goes round for ever goes on. */
export function atRest(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const twoFrames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const ending = () =>
      document
        .getAnimations()
        .filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity)
    for (let still = 0; still < 2; still = ending().length === 0 ? still + 1 : 0) {
      for (const animation of ending()) animation.finish()
      await twoFrames()
    }
  })
}
