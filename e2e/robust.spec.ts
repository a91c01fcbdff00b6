import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { CHEAP_KDF, coffer } from './support/coffer-cli.ts'
import { unlock } from './support/first-run.ts'
import { expect, test } from './support/test.ts'
import { answerOpenDialog, answerSaveDialog, chooseMenu } from './support/user.ts'

const PASSWORD = 'correct horse battery staple'

/** The command line, as on a device of its own for each folder. */
const other = async (
  folder: string,
  args: readonly string[],
  lines: readonly string[] = [PASSWORD]
): Promise<string> => {
  const { code, out, err } = await coffer(folder, args, lines)
  expect([code, err]).toEqual([0, ''])
  return out
}

async function vaultWith(vaults: string): Promise<string> {
  const path = join(vaults, 'mara.coffer')
  await other(vaults, ['create', path, ...CHEAP_KDF])
  await other(vaults, ['add', path, '--title', 'Fjord Mail', '--username', 'mara', '--generate'])
  await other(vaults, ['add', path, '--type', 'note', '--title', 'Memo', '--note', 'Gateway two, split tunnel off'])
  return path
}

async function laptop(vaults: string): Promise<string> {
  const folder = join(vaults, '../laptop')
  await mkdir(folder, { recursive: true })
  return folder
}

const row = (page: Page, title: string) => page.getByRole('row', { name: new RegExp(`^${title}`) })

async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
}

const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['COFFER_PICTURES']
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) })
}

test('changes that another program puts in the file underneath come in by themselves', async ({ start, vaults }) => {
  const path = await vaultWith(vaults)
  const copy = join(vaults, 'elsewhere.coffer')
  await copyFile(path, copy)
  const { page } = await start({ args: [path] })
  await unlock(page, PASSWORD)
  await expect(row(page, 'Memo')).toBeVisible()
  await other(await laptop(vaults), ['add', copy, '--type', 'note', '--title', 'From the laptop'])
  await rename(copy, path)
  await expect(row(page, 'From the laptop')).toBeVisible({ timeout: 15_000 })
  await expect(page.getByText('Another program changed the vault file.').last()).toBeVisible()
})

test('what cannot be saved is said, kept, written elsewhere and saved again', async ({ start, vaults }) => {
  const path = await vaultWith(vaults)
  const { app, page } = await start({ args: [path] })
  await unlock(page, PASSWORD)
  await row(page, 'Memo').click()
  await rename(path, `${path}.away`)
  await writeFile(join(vaults, 'film.bin'), Buffer.alloc(9 * 2 ** 20, 'film'))
  await answerOpenDialog(app, join(vaults, 'film.bin'))
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Attach a file' }).click()
  await expect(page.getByText('One change is not on the disk yet.')).toBeVisible({ timeout: 15_000 })
  await expect(page.getByText('Leave the file that is to be attached where it is')).toBeVisible()
  await page.keyboard.press('Control+e')
  await page.getByRole('textbox', { name: 'Title' }).fill('Memo of today')
  await expect(page.getByText(/^\d changes are not on the disk yet/)).toBeVisible({ timeout: 15_000 })
  await expect(page.getByText('The vault file is no longer at its place.')).toBeVisible({ timeout: 15_000 })
  await axe(page)
  await picture(page, 'unsaved')
  const target = join(vaults, 'kept.coffer')
  await answerSaveDialog(app, target)
  await page.getByRole('button', { name: 'Save a copy elsewhere…' }).click()
  await expect(page.getByText('kept.coffer holds everything').last()).toBeVisible({ timeout: 15_000 })
  expect(await other(vaults, ['list', target])).toContain('Memo of today')
  const read = join(vaults, 'read.bin')
  await other(vaults, ['save-attachment', target, 'Memo of today', 'film.bin', read])
  expect((await readFile(read)).equals(await readFile(join(vaults, 'film.bin')))).toBe(true)
  await rename(`${path}.away`, path)
  await page.getByRole('button', { name: 'Retry' }).first().click()
  await expect(page.getByText('not on the disk yet.')).toBeHidden({ timeout: 15_000 })
  await expect(page.getByText('The vault file is no longer at its place.')).toBeHidden({ timeout: 15_000 })
  await page.keyboard.press('Escape')
  await expect(row(page, 'Memo of today')).toHaveCount(1)
  await expect(page.getByRole('region', { name: 'Files' }).getByText('film.bin')).toBeVisible()
  await app.close()
  const list = await other(vaults, ['list', path])
  expect(list.match(/Memo/g)).toHaveLength(1)
  expect(list).toContain('Memo of today')
})

test('a conflicted copy is found, reviewed field by field, merged, and taken back in one step', async ({
  start,
  vaults
}) => {
  const path = await vaultWith(vaults)
  const copy = join(vaults, 'mara (conflicted copy, laptop).coffer')
  await copyFile(path, copy)
  await other(await laptop(vaults), ['edit', copy, 'Memo', '--set', 'notes=Gateway three, split tunnel off'])
  await other(await laptop(vaults), ['add', copy, '--type', 'note', '--title', 'Only there'])
  await other(vaults, ['edit', path, 'Memo', '--set', 'notes=Gateway two, split tunnel on for the printer'])
  const { page } = await start({ args: [path] })
  await unlock(page, PASSWORD)
  await expect(page.getByText('Another copy of this vault lies beside it')).toBeVisible({ timeout: 15_000 })
  await picture(page, 'found-copy')
  await page.getByRole('button', { name: 'Review…' }).click()
  await expect(page.getByRole('heading', { name: 'Two copies met' })).toBeVisible()
  await expect(page.getByRole('radiogroup')).toHaveCount(1)
  await expect(page.getByText('Only there')).toBeVisible()
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await axe(page)
    await picture(page, `merge-${theme}`)
  }
  await page.getByRole('radio').last().check()
  await page.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(row(page, 'Only there')).toBeVisible()
  await row(page, 'Memo').click()
  await expect(page.getByText('Gateway three, split tunnel off')).toBeVisible()
  await page.getByRole('button', { name: 'Undo the merge' }).click()
  await expect(page.getByText('split tunnel on for the printer')).toBeVisible()
  await expect(row(page, 'Only there')).toHaveCount(0)
})

test('the time machine shows what was different, and gives back a field, an item and everything', async ({
  start,
  vaults
}) => {
  const path = await vaultWith(vaults)
  const { app, page } = await start({ args: [path] })
  await unlock(page, PASSWORD)
  await expect(row(page, 'Memo')).toBeVisible()
  await page.getByRole('button', { name: 'Backups' }).click()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('A backup was made and verified').last()).toBeVisible({ timeout: 15_000 })
  await page.evaluate(async () => {
    const ask = { filter: { of: 'all' }, text: '', sort: 'title', descending: false, from: 0, count: 10 } as const
    const list = await window.coffer.call('list.query', ask)
    if (!list.ok) return
    for (const { id, title } of list.value.rows) {
      const item = await window.coffer.call('item.get', { item: id })
      if (!item.ok) continue
      if (title === 'Memo') await window.coffer.call('item.trash', { items: [id] })
      else
        await window.coffer.call('item.edit', {
          item: id,
          expected: item.value.revision,
          edit: { title: 'Fjord Post', fields: [] }
        })
    }
  })
  await chooseMenu(app, 'timeMachine')
  await expect(page.getByRole('heading', { name: 'Time machine' })).toBeVisible()
  await page
    .getByRole('button', { name: /^Today/ })
    .first()
    .click()
  await expect(page.getByText('Compared with now: 1 changed, 1 trashed.')).toBeVisible({ timeout: 15_000 })
  await page.getByRole('button', { name: /Fjord Post/ }).click()
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await axe(page)
    await picture(page, `time-machine-${theme}`)
  }
  await page.setViewportSize({ width: 1000, height: 680 })
  await picture(page, 'time-machine-small')
  await page.getByRole('button', { name: 'Restore Title' }).click()
  await expect(page.getByText('Fjord Post is as it was').last()).toBeVisible()
  await expect(page.getByRole('button', { name: /Fjord/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: /Fjord Post/ })).toBeVisible()
  await page.getByRole('button', { name: 'Restore everything…' }).click()
  await page.getByRole('button', { name: 'Restore everything', exact: true }).click()
  await expect(page.getByText('Nothing is different now.')).toBeVisible({ timeout: 15_000 })
})

test('an older file is shown read-only, and goes on when the master password is typed again', async ({
  start,
  vaults
}) => {
  const path = await vaultWith(vaults)
  const before = await readFile(path)
  const { app, page } = await start({ args: [path] })
  await unlock(page, PASSWORD)
  await expect(row(page, 'Memo')).toBeVisible()
  await page.evaluate(() => window.coffer.call('item.create', { type: 'note', edit: { title: 'Later', fields: [] } }))
  await app.close()
  await writeFile(path, before)
  const { page: again } = await start({ args: [path] })
  await unlock(again, PASSWORD)
  await expect(again.getByText('This file is older than the vault last seen on this computer')).toBeVisible()
  await picture(again, 'older')
  await again.getByRole('button', { name: 'Go on from this older file…' }).click()
  const dialog = again.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Master password' }).fill('not the password at all')
  await dialog.getByRole('button', { name: 'Go on from it' }).click()
  await expect(dialog.getByText('That password does not open this vault.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Master password' }).fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Go on from it' }).click()
  await expect(again.getByText('This file is older than')).toBeHidden({ timeout: 15_000 })
  await again.keyboard.press('Control+n')
  await again.getByRole('textbox', { name: 'Title' }).fill('Goes on')
  await again.keyboard.press('Control+s')
  await again.keyboard.press('Escape')
  await expect(row(again, 'Goes on')).toBeVisible()
})
