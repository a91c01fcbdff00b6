import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './support/test.ts'

test('the window opens again in the size in which it was quit, and leaves no half-written settings', async ({
  start,
  folder
}) => {
  const { app } = await start()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(900, 640))
  const closed = app.waitForEvent('close')
  await app.evaluate(({ app: electron }) => electron.quit()).catch(() => {})
  await closed
  const again = await start()
  expect(await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize())).toEqual([
    900, 640
  ])
  expect((await readdir(join(folder, 'profile'))).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

test('the chosen theme and language hold from the next start on', async ({ start }) => {
  const { app: first, page } = await start()
  const changed = await page.evaluate(async () => {
    const settings = await window.coffer.call('app.settings', undefined)
    return (
      settings.ok &&
      (await window.coffer.call('app.changeSettings', { ...settings.value, theme: 'dark', language: 'de' })).ok
    )
  })
  expect(changed).toBe(true)
  await first.close()
  const { app } = await start()
  expect(
    await app.evaluate(({ nativeTheme, Menu }) => ({
      theme: nativeTheme.themeSource,
      lock: Menu.getApplicationMenu()?.getMenuItemById('lock')?.label
    }))
  ).toEqual({ theme: 'dark', lock: 'Sperren' })
})
