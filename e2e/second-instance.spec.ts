import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startAgain } from './support/launch.ts'
import { expect, test } from './support/test.ts'

const SMALL_VAULT = join(import.meta.dirname, '../docs/vectors/small.coffer')

/** The names of the vaults that the page is offered from now on. */
async function listenForOffers(page: Page): Promise<() => Promise<readonly string[]>> {
  const names = await page.evaluateHandle(() => {
    const heard: string[] = []
    window.coffer.on('vault.offered', ({ file }) => heard.push(file.name))
    return heard
  })
  return () => names.jsonValue()
}

test.describe('a second start on the same profile', () => {
  test('ends at once, and hands over the vault that it was asked to open', async ({ folder, vaults, page, app }) => {
    const vault = join(vaults, 'Work.coffer')
    await copyFile(SMALL_VAULT, vault)
    const offers = await listenForOffers(page)
    expect(await startAgain(join(folder, 'profile'), [vault])).toBe(0)
    await expect.poll(offers).toEqual(['Work.coffer'])
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  test('cannot hand over a file that is no vault, or that is not there', async ({ folder, vaults, page }) => {
    const fake = join(vaults, 'fake.coffer')
    await writeFile(fake, 'not a vault at all')
    const real = join(vaults, 'Real.coffer')
    await copyFile(SMALL_VAULT, real)
    const offers = await listenForOffers(page)
    for (const args of [[fake], [join(vaults, 'gone.coffer')], ['/etc/passwd'], ['--remote-debugging-port=1', real]]) {
      await startAgain(join(folder, 'profile'), args)
    }
    await expect.poll(offers).toEqual(['Real.coffer'])
  })
})

test('a vault named at the start is the one that is asked for', async ({ vaults, start }) => {
  const vault = join(vaults, 'Named.coffer')
  await copyFile(SMALL_VAULT, vault)
  const { page } = await start({ args: [vault] })
  const state = await page.evaluate(() => window.coffer.call('app.state', undefined))
  expect(state).toMatchObject({
    ok: true,
    value: { status: 'locked', vault: { name: 'Named.coffer', folder: vaults } }
  })
})
