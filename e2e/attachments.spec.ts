import { createHash, randomBytes } from 'node:crypto'
import { readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { CHEAP_KDF, coffer as cofferCli, withFolder } from './support/coffer-cli.ts'
import { createVault, unlock } from './support/first-run.ts'
import { addLogins } from './support/items.ts'
import { expect, test } from './support/test.ts'
import { answerOpenDialog, answerSaveDialog, chooseMenu } from './support/user.ts'

const PASSWORD = 'correct horse battery staple'
const hashOf = async (path: string) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex')

/** A red square, as an image program would write it. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFklEQVR4nGP4z8BAEiJN9aiGUQ1DSgMADTb/AVu7Xf0AAAAASUVORK5CYII=',
  'base64'
)

async function addNote(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^New secure note/ }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('Deed')
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { name: 'Deed' })).toBeVisible()
}

test('a file is attached, looked at, saved, renamed, removed and brought back', async ({ coffer, vaults }) => {
  const { app, page } = coffer
  const { password } = await createVault(coffer, join(vaults, 'Mara.coffer'))
  await addNote(page)
  await writeFile(join(vaults, 'photo.png'), PNG)
  await answerOpenDialog(app, join(vaults, 'photo.png'))
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Attach a file' }).click()
  const files = page.getByRole('region', { name: 'Files' })
  await expect(files.getByText('photo.png')).toBeVisible()

  await files.getByRole('button', { name: 'photo.png', exact: true }).click()
  const image = page.getByRole('img', { name: 'photo.png' })
  await expect(image).toBeVisible()
  expect(await image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(16)
  await page.getByRole('button', { name: 'Close' }).click()
  expect(await page.content()).not.toContain('data:image/png')

  await answerSaveDialog(app, join(vaults, 'out.png'))
  await files.getByRole('button', { name: /^Save photo.png/ }).click()
  await expect(page.getByRole('status').filter({ hasText: 'out.png written' })).toBeVisible()
  expect((await readFile(join(vaults, 'out.png'))).equals(PNG)).toBe(true)
  expect((await stat(join(vaults, 'out.png'))).mode & 0o777).toBe(0o600)

  await files.getByRole('button', { name: 'More about photo.png' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await files.getByRole('textbox', { name: 'Name of photo.png' }).fill('Front door.png')
  await page.keyboard.press('Enter')
  await expect(files.getByText('Front door.png')).toBeVisible()
  await files.getByRole('button', { name: 'More about Front door.png' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(files).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(files.getByText('Front door.png')).toBeVisible()

  await chooseMenu(app, 'lock')
  await unlock(page, password)
  await page.getByRole('row', { name: /Deed/ }).click()
  await expect(files.getByText('Front door.png')).toBeVisible()
})

test('files dropped on a new item make the item; what a script made up is no file', async ({ coffer, vaults }) => {
  const { page } = coffer
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await writeFile(join(vaults, 'note.txt'), 'the spare key is under the stone')
  await page.getByRole('button', { name: /^New login/ }).click()
  await page.evaluate(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.id = 'chooser'
    document.body.append(input)
  })
  await page.locator('#chooser').setInputFiles(join(vaults, 'note.txt'))
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#chooser')
    const dataTransfer = new DataTransfer()
    for (const file of input?.files ?? []) dataTransfer.items.add(file)
    const at = document.querySelector('[data-pane="detail"]')
    at?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  })
  await expect(page.getByRole('region', { name: 'Files' }).getByText('note.txt')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('note.txt')
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['x'], '/etc/passwd'))
    const at = document.querySelector('[data-pane="detail"]')
    at?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  })
  await expect(
    page.getByRole('status').filter({ hasText: 'Only files from this computer can be attached.' })
  ).toBeVisible()
})

test('a file that goes in is shown from every other item and page too, and can be given up there', async ({
  coffer,
  vaults
}) => {
  const { app, page } = coffer
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await addLogins(page, [{ title: 'Ferry' }, { title: 'Library' }])
  await page.getByRole('row', { name: /Ferry/ }).click()
  await writeFile(join(vaults, 'film.bin'), '')
  await truncate(join(vaults, 'film.bin'), 800 * 2 ** 20)
  await answerOpenDialog(app, join(vaults, 'film.bin'))
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Attach a file' }).click()
  const inItem = page.getByRole('region', { name: 'Files' }).getByRole('progressbar', { name: 'Attaching film.bin' })
  const above = page.getByRole('region', { name: 'Attaching film.bin' })
  await expect(inItem).toBeVisible()
  await expect(above).toBeHidden()

  await page.getByRole('row', { name: /Library/ }).click()
  await expect(above.getByRole('progressbar')).toBeVisible()
  await page.getByRole('button', { name: 'Generator', exact: true }).click()
  await expect(above.getByRole('progressbar')).toBeVisible()
  await page.getByRole('button', { name: /^All items/ }).click()
  await page.getByRole('row', { name: /Ferry/ }).click()
  await expect(inItem).toBeVisible()
  await expect(above).toBeHidden()

  await page.setViewportSize({ width: 600, height: 680 })
  await expect(inItem).toBeVisible()
  await page.getByRole('button', { name: 'Back to the list' }).filter({ visible: true }).click()
  await expect(above.getByRole('progressbar')).toBeVisible()
  await page.setViewportSize({ width: 1000, height: 680 })

  await page.getByRole('row', { name: /Library/ }).click()
  await above.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(above).toBeHidden()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.getByRole('row', { name: /Ferry/ }).click()
  await expect(page.getByRole('heading', { name: 'Ferry' })).toBeVisible()
  await expect(page.getByText('film.bin')).toHaveCount(0)
})

test('a file of 64 MB goes in and comes out by the command line', async () => {
  test.setTimeout(180_000)
  await withFolder(async (folder) => {
    const run = (...args: string[]) => cofferCli(folder, args, [PASSWORD])
    expect((await run('create', 'my.coffer', ...CHEAP_KDF, '--no-phrase')).code).toBe(0)
    expect((await run('add', 'my.coffer', '--title', 'Film', '--type', 'note')).code).toBe(0)
    const block = randomBytes(2 ** 20)
    await writeFile(join(folder, 'film.bin'), Buffer.concat(Array.from({ length: 64 }, () => block)))
    expect((await run('attach', 'my.coffer', 'Film', 'film.bin')).code).toBe(0)
    expect((await run('show', 'my.coffer', 'Film')).out).toContain('film.bin (67108864 bytes)')
    expect((await run('save-attachment', 'my.coffer', 'Film', 'film.bin', 'out.bin')).code).toBe(0)
    expect(await hashOf(join(folder, 'out.bin'))).toBe(await hashOf(join(folder, 'film.bin')))
    const again = await run('save-attachment', 'my.coffer', 'Film', 'film.bin', 'out.bin')
    expect(again).toMatchObject({ code: 6, err: 'There is already a file of that name; nothing was overwritten.\n' })
    expect((await run('detach', 'my.coffer', 'Film', 'film.bin')).code).toBe(0)
    expect(await run('save-attachment', 'my.coffer', 'Film', 'film.bin', 'x.bin')).toMatchObject({ code: 4 })
  })
})
