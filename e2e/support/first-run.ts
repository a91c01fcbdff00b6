import { expect, type Page } from '@playwright/test'
import { sealedFor } from '../../evidence/support/sealed-for.ts'
import type { CofferWindow } from './launch.ts'
import { answerSaveDialog } from './user.ts'

export type MadeVault = { readonly password: string; readonly phrase: readonly string[] }

/** For tests of what comes after the first run: the same calls as its screens make, without the screens. */
export async function createVault({ app, page }: CofferWindow, path: string): Promise<MadeVault> {
  await answerSaveDialog(app, path)
  await page.getByRole('button', { name: 'Choose a place…' }).waitFor()
  const password = 'crane violin otter tide lantern five'
  const prepare = () => page.evaluate(() => window.coffer.call('vault.prepare', undefined))
  const sealed = await sealedFor(prepare, password, 'vault.prepare')
  const phrase = await page.evaluate(async (masterPassword) => {
    const place = await window.coffer.call('vault.choosePlace', { name: 'Mara' })
    if (!place.ok || place.value === null) throw new Error('no place')
    const made = await window.coffer.call('vault.create', { place: place.value.handle, name: 'Mara', masterPassword })
    if (!made.ok) throw new Error(made.code)
    return made.value.recoveryPhrase
  }, sealed)
  await page.reload()
  await page.getByRole('button', { name: 'Lock (Ctrl+L)' }).waitFor({ state: 'attached' })
  return { password, phrase }
}

/** Goes through the first run as a person would; gives the master passphrase and the recovery phrase. */
export async function firstRun(
  { app, page }: CofferWindow,
  path: string,
  /** The last step's answer. */
  begin = /^Start empty/
): Promise<MadeVault> {
  await answerSaveDialog(app, path)
  await page.getByRole('textbox', { name: 'Name' }).fill('Mara')
  await page.getByRole('button', { name: 'Choose a place…' }).click()
  const password = (await generatedWords(page)).join(' ')
  await page.getByRole('button', { name: 'I can say them' }).click()
  await page.getByRole('textbox', { name: 'Master password' }).fill(password)
  await page.getByRole('button', { name: 'Create the vault' }).click()
  await expect(page.getByRole('heading', { name: 'Write down the way back' })).toBeVisible()
  const phrase = await proveSheet(page)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: begin }).click()
  return { password, phrase }
}

/** Reads the recovery phrase that is shown, and types the three words that are asked for. */
export async function proveSheet(page: Page): Promise<readonly string[]> {
  const asked = page.getByRole('textbox', { name: /^Word \d+$/ })
  await expect(asked).toHaveCount(3)
  const listed = await page.locator('ol[translate="no"] li').allInnerTexts()
  const phrase = listed.map((text) => text.replaceAll(/[^a-z]/g, ''))
  expect(phrase).toHaveLength(24)
  for (const box of await asked.all()) {
    const label = await box.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '')
    await box.fill(phrase[Number(label.replaceAll(/\D/g, '')) - 1] ?? '')
  }
  return phrase
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

export async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lock (Ctrl+L)' }).click()
  await page.getByRole('textbox', { name: 'Master password' }).waitFor()
}
