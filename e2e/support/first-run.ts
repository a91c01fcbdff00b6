import { expect, type Page } from '@playwright/test'
import type { CofferWindow } from './launch.ts'
import { answerSaveDialog } from './user.ts'

/** Goes through the first run as a person would; gives the master passphrase and the recovery phrase. */
export async function createVault(
  { app, page }: CofferWindow,
  path: string
): Promise<{ readonly password: string; readonly phrase: readonly string[] }> {
  await answerSaveDialog(app, path)
  await page.getByRole('textbox', { name: 'Name' }).fill('Mara')
  await page.getByRole('button', { name: 'Choose a place…' }).click()
  const password = (await generatedWords(page)).join(' ')
  await page.getByRole('button', { name: 'I can say them' }).click()
  await page.getByRole('textbox', { name: 'Master password' }).fill(password)
  await page.getByRole('button', { name: 'Create the vault' }).click()
  await expect(page.getByRole('heading', { name: 'Write down the way back' })).toBeVisible()
  const listed = await page.getByRole('main').getByRole('listitem').allInnerTexts()
  const phrase = listed.map((text) => text.replaceAll(/[^a-z]/g, ''))
  for (const box of await page.getByRole('textbox', { name: /^Word \d+$/ }).all()) {
    const label = await box.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '')
    await box.fill(phrase[Number(label.replaceAll(/\D/g, '')) - 1] ?? '')
  }
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: /^Start empty/ }).click()
  return { password, phrase }
}

async function generatedWords(page: Page): Promise<readonly string[]> {
  const rerolls = page.getByRole('button', { name: /^Re-roll (?!all)/ })
  await expect(rerolls).toHaveCount(6)
  const labels = await rerolls.evaluateAll((buttons) =>
    buttons.map((button) => button.getAttribute('aria-label') ?? '')
  )
  return labels.map((label) => label.replace('Re-roll ', ''))
}

export async function unlock(page: Page, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Master password' }).fill(password)
  await page.getByRole('textbox', { name: 'Master password' }).press('Enter')
}
