import type { Page } from '@playwright/test'

/** As though the system's language had just been changed. A page that is loaded anew speaks as before. */
export async function speak(page: Page, language: string): Promise<void> {
  await page.evaluate((tag) => {
    Object.defineProperty(navigator, 'languages', { configurable: true, get: () => [tag] })
    dispatchEvent(new Event('languagechange'))
  }, language)
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' })
}
