import { join } from 'node:path'
import { createVault, unlock } from './support/first-run.ts'
import { expect, test } from './support/test.ts'
import { chooseMenu, shownText } from './support/user.ts'

const NOTE = 'half a thought that is not saved yet'

test('what is being written when the vault locks is open again after the unlock', async ({ coffer, vaults }) => {
  const { app, page } = coffer
  const { password } = await createVault(coffer, join(vaults, 'Mara.coffer'))
  await page.getByRole('button', { name: /^New login/ }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Ferry')
  await page.getByRole('textbox', { name: 'Notes' }).pressSequentially(NOTE)
  await chooseMenu(app, 'lock')
  await page.getByRole('textbox', { name: 'Master password' }).waitFor()
  const left = await page.content()
  for (const text of ['Ferry', NOTE]) expect(left).not.toContain(text)

  await unlock(page, password)
  await expect(page.getByRole('row', { name: /Ferry/ })).toBeVisible()
  await expect.poll(() => shownText(page)).toContain(NOTE)
  expect(await shownText(page)).not.toContain('The vault is locked')
})

test('what is being written when the app is killed is there at the next start', async ({ start, vaults }) => {
  const first = await start()
  const { password } = await createVault(first, join(vaults, 'Mara.coffer'))
  await first.page.getByRole('button', { name: /^New login/ }).click()
  await first.page.getByRole('textbox', { name: 'Title' }).fill('Ferry')
  await expect(first.page.getByText(/^Saved \d/)).toBeVisible()
  await first.page.getByRole('textbox', { name: 'Notes' }).fill(NOTE)
  // A second is what autosave promises.
  await first.page.waitForTimeout(1500)
  const closed = first.app.waitForEvent('close')
  first.app.process().kill('SIGKILL')
  await closed
  const { page } = await start()
  await unlock(page, password)
  await page.getByRole('row', { name: /Ferry/ }).click()
  await expect.poll(() => shownText(page)).toContain(NOTE)
})
