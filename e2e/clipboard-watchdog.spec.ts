import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test as base } from './support/test.ts'
import { missingForXClipboard, startXClipboard, type XClipboard } from './support/x-clipboard.ts'

const test = base.extend<{ x: XClipboard }>({
  // biome-ignore format: Playwright reads the names of what a fixture needs from this pattern.
  x: async ({}, use) => {
    const missing = await missingForXClipboard()
    base.skip(missing !== null, `needs ${missing} for a real clipboard`)
    const x = await startXClipboard()
    await use(x)
    x.end()
  }
})

const SECRET = 'crane-Violin7-otter'
const SWITCH = '--coffer-clipboard-watchdog'

async function copySecret(page: Page, x: XClipboard): Promise<void> {
  expect(await x.processesWith(SWITCH)).toBe(0)
  await page.evaluate((text) => window.coffer.call('clipboard.copyGenerated', { text }), SECRET)
  await expect.poll(x.read).toBe(SECRET)
  // While it starts, its shell may count twice.
  await expect.poll(() => x.processesWith(SWITCH)).toBe(1)
  // It waits for as long as the app lives.
  await page.waitForTimeout(2000)
  expect([await x.processesWith(SWITCH), await x.read()]).toEqual([1, SECRET])
}

async function kill(app: ElectronApplication): Promise<void> {
  const closed = app.waitForEvent('close')
  app.process().kill('SIGKILL')
  await closed
}

test('what was copied is cleared although the app is killed, and the watchdog leaves no trace', async ({
  start,
  folder,
  x
}) => {
  const places = { TMPDIR: join(folder, 'temp'), XDG_CONFIG_HOME: join(folder, 'config') }
  for (const place of Object.values(places)) await mkdir(place)
  const { app, page } = await start({ env: { ...x.env, ...places, STANDIN_CLIPBOARD: 'x11' } })
  await copySecret(page, x)
  // As a clipboard manager does, which keeps it beyond the life of the program.
  await x.own(SECRET)
  await kill(app)
  await expect.poll(x.read, { timeout: 30_000 }).toBe('')
  await expect.poll(() => x.processesWith(SWITCH), { timeout: 30_000 }).toBe(0)
  const left = [...(await readdir(places.TMPDIR)), ...(await readdir(places.XDG_CONFIG_HOME))]
  expect(left.filter((name) => /coffer/i.test(name))).toEqual([])
})

test('what another program copied meanwhile stays when the app is killed', async ({ start, x }) => {
  const { app, page } = await start({ env: { ...x.env, STANDIN_CLIPBOARD: 'x11' } })
  await copySecret(page, x)
  await x.own('a shopping list')
  await kill(app)
  await expect.poll(() => x.processesWith(SWITCH), { timeout: 30_000 }).toBe(0)
  expect(await x.read()).toBe('a shopping list')
})

test('the watchdog goes home as soon as the app has cleared the clipboard itself', async ({ start, x }) => {
  const { app, page } = await start({ env: { ...x.env, STANDIN_CLIPBOARD: 'x11' } })
  await copySecret(page, x)
  await page.evaluate(() => window.coffer.call('clipboard.clear', undefined))
  await expect.poll(x.read).toBe('')
  await expect.poll(() => x.processesWith(SWITCH)).toBe(0)
  await copySecret(page, x)
  await app.close()
  await expect.poll(x.read).toBe('')
  await expect.poll(() => x.processesWith(SWITCH)).toBe(0)
})
