import type { Page } from '@playwright/test'

/** With a pause between two keys, as from fingers: what starts with the first one has time to. */
export async function unlockTyping(page: Page, password: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Master password' })
  await field.pressSequentially(password, { delay: 40 })
  await field.press('Enter')
}
