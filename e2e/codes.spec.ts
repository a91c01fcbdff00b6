import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { encodeQR } from 'qr'
import type { Page } from '@playwright/test'
import { createVault } from './support/first-run.ts'
import { expect, test } from './support/test.ts'

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const LINK = `otpauth://totp/GitHub:mara?secret=${SECRET}&issuer=GitHub`

async function scanFile(page: Page, file: string): Promise<void> {
  await page.getByRole('button', { name: 'Read a QR code' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('menuitem', { name: 'From an image file…' }).click()
  await (await chooser).setFiles(file)
}

test('a code is read from an image file, shown for a phone, and read again from the clipboard', async ({
  coffer,
  vaults
}) => {
  const { app, page } = coffer
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await writeFile(join(vaults, 'code.gif'), encodeQR(LINK, 'gif', { scale: 6, border: 4 }))
  await writeFile(join(vaults, 'page.gif'), encodeQR('https://example.org', 'gif', { scale: 6, border: 4 }))
  await writeFile(join(vaults, 'text.gif'), 'no image at all')

  await page.getByRole('button', { name: /^New login/ }).click()
  await scanFile(page, join(vaults, 'text.gif'))
  await expect(page.getByRole('status').filter({ hasText: 'That is not an image.' })).toBeVisible()
  await scanFile(page, join(vaults, 'page.gif'))
  await expect(page.getByRole('alert').filter({ hasText: 'one-time' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('')
  await scanFile(page, join(vaults, 'code.gif'))
  await expect(page.getByRole('status').filter({ hasText: 'GitHub: one-time code added' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('GitHub')
  expect(await page.content()).not.toContain(SECRET)
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText(/^\d{3} \d{3}$/)).toBeVisible()

  await page.getByRole('button', { name: 'Show as QR code' }).click()
  const drawn = page.getByRole('img', { name: 'One-time secret of GitHub as a QR code' })
  await expect(drawn).toBeVisible()
  await page.waitForTimeout(400)
  const picture = await drawn.screenshot()
  await page.evaluate(() => window.dispatchEvent(new Event('blur')))
  await expect(drawn).toBeHidden()

  await app.evaluate(async ({ clipboard, ClipboardItem }, base64) => {
    const image = new Blob([Buffer.from(base64, 'base64')], { type: 'image/png' })
    await clipboard.write([new ClipboardItem({ 'image/png': image })])
  }, picture.toString('base64'))
  await page.keyboard.press('Control+N')
  await page.getByRole('button', { name: 'Read a QR code' }).click()
  await page.getByRole('menuitem', { name: 'From the clipboard' }).click()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('GitHub')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('row', { name: /GitHub/ })).toHaveCount(2)
  await expect(page.getByText(/^\d{3} \d{3}$/)).toBeVisible()
})
