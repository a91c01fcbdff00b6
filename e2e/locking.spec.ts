import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { createVault, lock, unlock } from './support/first-run.ts'
import { addLogins } from './support/items.ts'
import { expect, test } from './support/test.ts'
import { chooseMenu, powerEvent, pressKey, readClipboard } from './support/user.ts'

const vaultPid = (app: ElectronApplication): Promise<number | null> =>
  app.evaluate((electron) => electron.app.getAppMetrics().find(({ name }) => name === 'Coffer Vault')?.pid ?? null)

const passwordField = (page: Page) => page.getByRole('textbox', { name: 'Master password' })

/** Something of ours on the clipboard, without an item to take it from. */
async function copySecret(app: ElectronApplication, page: Page): Promise<void> {
  await page.evaluate(() => window.coffer.call('clipboard.copyGenerated', { text: 'crane-Violin7-otter' }))
  expect(await readClipboard(app)).toBe('crane-Violin7-otter')
}

test('whatever locks the vault ends its process, clears the clipboard and shows the lock', async ({
  coffer,
  vaults
}) => {
  const { app, page } = coffer
  const { password } = await createVault(coffer, join(vaults, 'Mara.coffer'))
  const ways: Readonly<Record<string, () => Promise<void>>> = {
    sleep: () => powerEvent(app, 'suspend'),
    'a locked screen': () => powerEvent(app, 'lock-screen'),
    'another user': () => powerEvent(app, 'user-did-resign-active'),
    'the menu': () => chooseMenu(app, 'lock'),
    'its key': () => pressKey(app, 'L', ['control'])
  }
  for (const [way, lock] of Object.entries(ways)) {
    await test.step(way, async () => {
      await page.getByRole('button', { name: /^Lock/ }).waitFor()
      await copySecret(app, page)
      expect(await vaultPid(app)).not.toBe(null)
      await lock()
      await expect(passwordField(page)).toBeVisible()
      await expect.poll(() => readClipboard(app)).toBe('')
      await expect.poll(() => vaultPid(app)).toBe(null)
      await unlock(page, password)
    })
  }
})

test('a page that hangs is locked all the same', async ({ coffer, vaults }) => {
  const { app, page } = coffer
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  expect(await vaultPid(app)).not.toBe(null)
  void page
    .evaluate(() => {
      for (const until = Date.now() + 8000; Date.now() < until; );
    })
    .catch(() => {})
  await chooseMenu(app, 'lock')
  await expect.poll(() => vaultPid(app), { timeout: 6000 }).toBe(null)
})

test('a vault process that is killed locks the vault, and it opens again with everything saved', async ({
  coffer,
  vaults
}) => {
  const { app, page } = coffer
  const { password } = await createVault(coffer, join(vaults, 'Mara.coffer'))
  const pid = await vaultPid(app)
  expect(pid).not.toBe(null)
  process.kill(pid ?? 0, 'SIGKILL')
  await expect(passwordField(page)).toBeVisible()
  await unlock(page, password)
  await expect(page.getByRole('button', { name: /^Lock/ })).toBeVisible()
})

test('quitting clears the clipboard and leaves neither a process nor a lock file', async ({ coffer, vaults }) => {
  const { app, page } = coffer
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await copySecret(app, page)
  const pid = await vaultPid(app)
  // Main's last words reach us on its output; the clipboard itself ends with the app.
  const said: string[] = []
  app.process().stdout?.on('data', (bytes: Buffer) => said.push(bytes.toString()))
  await app.evaluate(({ app: electron, clipboard }) => {
    electron.on('quit', () => process.stdout.write('quit\n'))
    const clear = clipboard.clear.bind(clipboard)
    clipboard.clear = () => {
      clear()
      process.stdout.write('cleared\n')
    }
  })
  const closed = app.waitForEvent('close')
  await app.evaluate(({ app: electron }) => electron.quit()).catch(() => {})
  await closed
  expect(said.join('')).toMatch(/cleared\n(.|\n)*quit/)
  expect(() => process.kill(pid ?? 0, 0)).toThrow('ESRCH')
  expect((await readdir(vaults)).filter((name) => name.endsWith('.lock'))).toEqual([])
})

test('a vault that was open is asked for at the next start', async ({ start, vaults }) => {
  const first = await start()
  const { password } = await createVault(first, join(vaults, 'Mara.coffer'))
  await first.app.close()
  const { page } = await start()
  await unlock(page, password)
  await expect(page.getByRole('button', { name: /^Lock/ })).toBeVisible()
})

test('the item that was selected is selected again, after a lock and after a restart', async ({
  start,
  folder,
  vaults
}) => {
  const first = await start()
  const { password } = await createVault(first, join(vaults, 'Mara.coffer'))
  await addLogins(first.page, [{ title: 'Ferry' }, { title: 'Library' }])
  await first.page.getByRole('row', { name: /Library/ }).click()
  await first.page.getByRole('heading', { name: 'Library' }).waitFor()
  await lock(first.page)
  await unlock(first.page, password)
  await first.page.getByRole('heading', { name: 'Library' }).waitFor()
  await first.app.close()
  expect(await readFile(join(folder, 'profile', 'settings.json'), 'utf8')).not.toContain('Library')

  const second = await start()
  await unlock(second.page, password)
  await expect(second.page.getByRole('heading', { name: 'Library' })).toBeVisible()
  await expect(second.page.getByRole('row', { name: /Library/ })).toHaveAttribute('aria-selected', 'true')
  await second.app.close()
  await forgeSelection(join(folder, 'profile', 'settings.json'))

  const { page } = await start()
  await unlock(page, password)
  await expect(page.getByRole('row', { name: /Library/ })).toBeVisible()
  await expect(page.locator('[role=row][aria-selected=true]')).toHaveCount(0)
  await page.getByRole('row', { name: /Ferry/ }).click()
  await expect(page.getByRole('heading', { name: 'Ferry' })).toBeVisible()
})

/** As though the selected item had been deleted for good by another copy of the vault. */
async function forgeSelection(path: string): Promise<void> {
  const stored = await readFile(path, 'utf8')
  expect(stored).toMatch(/"item": "[0-9a-f-]{36}"/)
  await writeFile(path, stored.replace(/"item": "[0-9a-f-]{36}"/, '"item": "00000000-0000-4000-8000-000000000000"'))
}
