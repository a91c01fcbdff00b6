import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { createVault, unlock } from './support/first-run.ts'
import { startAgain } from './support/launch.ts'
import { expect, test } from './support/test.ts'
import { closeWindow, isWindowShown, watchNotifications, watchTray } from './support/tray.ts'
import { chooseMenu, readClipboard, shownText } from './support/user.ts'

const SIX_WORDS = /^[a-z-]+( [a-z-]+){5}$/
const CLOSED = ['Open Coffer', 'New Passphrase', 'Quit Coffer']
const UNLOCKED = ['Open Coffer', 'Lock Now', 'New Passphrase', 'Quit Coffer']

const vaultRuns = (app: ElectronApplication): Promise<boolean> =>
  app.evaluate((electron) => electron.app.getAppMetrics().some(({ name }) => name === 'Coffer Vault'))
const passwordField = (page: Page) => page.getByRole('textbox', { name: 'Master password' })
const lockButton = (page: Page) => page.getByRole('button', { name: /^Lock \(/ })

/** As on the settings page, where there is no vault to get to it. */
async function keepInTray(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const settings = await window.coffer.call('app.settings', undefined)
    if (settings.ok) await window.coffer.call('app.changeSettings', { ...settings.value, closeToTray: true })
  })
}

test.describe('kept in the tray', () => {
  test('a closed window hides and locks at once, and the tray brings it back locked', async ({ coffer, vaults }) => {
    const { app, page } = coffer
    const tray = await watchTray(app)
    const { password } = await createVault(coffer, join(vaults, 'Mara.coffer'))
    await chooseMenu(app, 'settings')
    const setting = page.getByRole('switch', { name: 'Keep Coffer in the tray when its window is closed' })
    await expect(setting).not.toBeChecked()
    expect(await tray.labels()).toEqual([])
    await setting.click()
    await expect.poll(tray.labels).toEqual(UNLOCKED)
    await closeWindow(app)
    expect(await isWindowShown(app)).toBe(false)
    await expect.poll(() => vaultRuns(app)).toBe(false)
    await expect.poll(tray.labels).toEqual(CLOSED)
    await tray.choose('open')
    await expect.poll(() => isWindowShown(app)).toBe(true)
    await expect(passwordField(page)).toBeVisible()
    await expect(lockButton(page)).toHaveCount(0)
    await unlock(page, password)
    await expect(lockButton(page)).toBeVisible()
    await tray.choose('lock')
    await expect(passwordField(page)).toBeVisible()
  })

  test('a new passphrase is copied without a vault, and kept by an open one', async ({ coffer, vaults }) => {
    const { app, page } = coffer
    const tray = await watchTray(app)
    const told = await watchNotifications(app)
    await keepInTray(page)
    await closeWindow(app)
    await tray.choose('passphrase')
    await expect.poll(() => readClipboard(app)).toMatch(SIX_WORDS)
    await expect.poll(told).toEqual(['Coffer: A new passphrase is on the clipboard for 30 seconds.'])
    const first = await readClipboard(app)
    await tray.choose('open')
    await createVault(coffer, join(vaults, 'Mara.coffer'))
    await expect(lockButton(page)).toBeVisible()
    await tray.choose('passphrase')
    const second = async () => (await readClipboard(app)).replace(first, '')
    await expect.poll(second).toMatch(SIX_WORDS)
    const kept = () => page.evaluate(() => window.coffer.call('kept.generated', undefined))
    await expect.poll(kept).toMatchObject({ ok: true, value: [{}] })
    expect(await told(), 'the window is looked at').toHaveLength(1)
    await closeWindow(app)
    await expect.poll(() => readClipboard(app)).toBe('')
  })

  test('what was being made or typed when the window closed is not there any more', async ({ coffer }) => {
    const { app, page } = coffer
    const tray = await watchTray(app)
    await keepInTray(page)
    await page.getByRole('textbox', { name: 'Name' }).fill('Mara')
    await closeWindow(app)
    await tray.choose('open')
    await expect.poll(() => isWindowShown(app)).toBe(true)
    await expect(page.getByRole('textbox', { name: 'Name' })).not.toHaveValue('Mara')
  })

  test('what is being written when the window closes is open again after the unlock', async ({ coffer, vaults }) => {
    const { app, page } = coffer
    const tray = await watchTray(app)
    await keepInTray(page)
    const { password } = await createVault(coffer, join(vaults, 'Mara.coffer'))
    await page.getByRole('button', { name: /^New login/ }).click()
    await page.getByRole('textbox', { name: 'Title' }).fill('Ferry')
    await page.getByRole('textbox', { name: 'Notes' }).pressSequentially('half a thought')
    await closeWindow(app)
    await tray.choose('open')
    await passwordField(page).waitFor()
    expect(await page.content()).not.toContain('half a thought')
    await unlock(page, password)
    await expect(page.getByRole('row', { name: /Ferry/ })).toBeVisible()
    await expect.poll(() => shownText(page)).toContain('half a thought')
  })

  test('where the icon cannot be seen, a second start brings the window back', async ({ coffer, folder }) => {
    const { app, page } = coffer
    await keepInTray(page)
    await closeWindow(app)
    expect(await isWindowShown(app)).toBe(false)
    expect(await startAgain(join(folder, 'profile'))).toBe(0)
    await expect.poll(() => isWindowShown(app)).toBe(true)
  })

  test('quitting from the tray ends the app', async ({ coffer }) => {
    const { app, page } = coffer
    const tray = await watchTray(app)
    await keepInTray(page)
    await closeWindow(app)
    const main = app.process()
    const closed = app.waitForEvent('close')
    await tray.choose('quit').catch(() => {})
    await closed
    expect(main.exitCode).toBe(0)
  })
})

test('without the setting there is no icon, and closing the window quits', async ({ coffer, vaults }) => {
  const { app, page } = coffer
  const tray = await watchTray(app)
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await expect(lockButton(page)).toBeVisible()
  expect(await tray.labels()).toEqual([])
  const main = app.process()
  const closed = app.waitForEvent('close')
  await closeWindow(app).catch(() => {})
  await closed
  expect(main.exitCode).toBe(0)
})
