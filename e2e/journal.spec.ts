import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { axeViolations } from './support/accessibility.ts'
import { CHEAP_KDF, coffer as command, withFolder } from './support/coffer-cli.ts'
import { createVault, lock, unlock } from './support/first-run.ts'
import { expect, test } from './support/test.ts'
import { answerSaveDialog } from './support/user.ts'
import { addFilledItems } from './tour/filled-items.ts'

const PASSWORD = 'correct horse battery staple'

test('what is revealed, copied and read by a command is in the journal of the vault, also after a lock', async ({
  coffer,
  folder,
  vaults
}) => {
  const { app, page } = coffer
  const vault = join(vaults, 'Mara.coffer')
  const { password } = await createVault(coffer, vault)
  await addFilledItems(page)
  await page.reload()

  await page.getByRole('row', { name: /Web server/ }).click()
  await expect(page.getByText('Not since it is noted')).toBeVisible()
  await page.getByRole('button', { name: 'Reveal Password' }).click()
  await page.getByRole('button', { name: 'Copy Password (Ctrl+C)' }).click()
  const line = page.getByRole('button', { name: /^Last today, .*, on / })
  await expect(line).toBeVisible()
  await expect(page.getByText('2 times')).toBeVisible()

  // A login is opened all day: it is not noted unless the vault says so.
  await page.getByRole('row', { name: /GitHub maralind/ }).click()
  await page.getByRole('button', { name: 'Copy Password (Ctrl+C)' }).click()
  await expect(page.getByText('Not since it is noted')).toHaveCount(0)
  await lock(page)
  await unlock(page, password)

  // Another process, while the window has the vault open.
  const profile = { COFFER_APP_FOLDER: join(folder, 'profile') }
  const reference = 'coffer://Production%20database/password'
  const read = await command(vaults, ['read', 'Mara.coffer', reference], [password], profile)
  expect(read).toMatchObject({ code: 0, out: 'Vq7$mw2!Lx9@\n' })

  await page.getByRole('button', { name: 'Journal', exact: true }).click()
  const entries = page.getByRole('list', { name: 'Access journal' }).getByRole('listitem')
  await expect(entries).toHaveCount(3)
  await expect(entries.nth(0)).toContainText('Production database')
  await expect(entries.nth(0)).toContainText('Read · Password')
  await expect(entries.nth(0)).toContainText('coffer read')
  await expect(entries.nth(1)).toContainText('Copied · Password')
  await expect(entries.nth(2)).toContainText('Revealed · Password')
  expect(await page.content()).not.toContain('Vq7$mw2')
  expect(await axeViolations(page)).toEqual([])

  await page.getByRole('searchbox', { name: 'Item' }).fill('web')
  await expect(entries).toHaveCount(2)
  await page.getByRole('button', { name: 'What: Everything' }).click()
  await page.getByRole('option', { name: 'Keys and settings' }).click()
  await expect(page.getByText('No entry fits these filters')).toBeVisible()
  await page.getByRole('button', { name: 'Show everything' }).click()
  await expect(entries).toHaveCount(3)

  const table = join(vaults, 'journal.csv')
  await answerSaveDialog(app, table)
  await page.getByRole('button', { name: 'Save as CSV…' }).click()
  await expect(page.getByText('The file is not encrypted')).toBeVisible()
  await page.getByRole('button', { name: 'Save in the clear…' }).click()
  await expect(page.getByText('The journal is in journal.csv').first()).toBeVisible()
  const lines = (await readFile(table, 'utf8')).trim().split('\r\n')
  expect(lines).toHaveLength(4)
  expect(lines[1]).toContain(',read,Production database,')

  await page.getByRole('button', { name: 'Open Web server' }).first().click()
  await line.click()
  const dialog = page.getByRole('dialog', { name: 'Access to Web server' })
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(line).toBeFocused()

  // The command line tells the same, while the window is open.
  const told = await command(vaults, ['journal', 'Mara.coffer', '--json'], [password], profile)
  const { policy, entries: all } = JSON.parse(told.out) as { policy: string; entries: { act: string; by: string }[] }
  expect(policy).toBe('infrastructure')
  expect(all.map(({ act, by }) => `${act} ${by}`)).toEqual(['read coffer read', 'copied window', 'revealed window'])
})

test('the setting holds for the vault and is noted itself', async ({ coffer, vaults }) => {
  const { page } = coffer
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await addFilledItems(page)
  await page.reload()
  await page.getByRole('button', { name: 'Journal', exact: true }).click()
  await expect(page.getByText('Nothing noted yet')).toBeVisible()
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await page.getByRole('button', { name: 'Note who opened what: Infrastructure secrets' }).click()
  await page.getByRole('option', { name: 'All items' }).click()
  await expect(page.getByRole('button', { name: 'Note who opened what: All items' })).toBeVisible()

  await page.getByRole('button', { name: /^All items/ }).click()
  await page.getByRole('row', { name: /GitHub maralind/ }).click()
  await page.getByRole('button', { name: 'Copy Password (Ctrl+C)' }).click()
  await expect(page.getByText('once', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command palette' }).fill('access jour')
  await page.keyboard.press('Enter')
  const entries = page.getByRole('list', { name: 'Access journal' }).getByRole('listitem')
  await expect(entries).toHaveCount(2)
  await expect(entries.nth(1)).toContainText('Journal setting changed · All items')
})

test('the command line tells it by item and day, and says what it does not understand', async () => {
  await withFolder(async (folder) => {
    const run = (...args: readonly string[]) => command(folder, args, [PASSWORD])
    await run('create', 'my.coffer', ...CHEAP_KDF)
    const add = ['add', 'my.coffer', '--type', 'api', '--title', 'Deploy key', '--secret', 'secret']
    expect(await command(folder, add, [PASSWORD, 'ghp_012345'])).toMatchObject({ code: 0 })
    expect(await run('journal', 'my.coffer')).toMatchObject({ code: 0, out: '' })
    await run('read', 'my.coffer', 'coffer://Deploy%20key/secret')
    await run('show', 'my.coffer', 'Deploy key', '--reveal')
    await run('export', 'my.coffer', '--format', 'json', '--to', 'my.json')
    const { out } = await run('journal', 'my.coffer')
    expect(out.trim().split('\n')).toEqual([
      expect.stringMatching(/Exported +json, 1 item +coffer export/),
      expect.stringMatching(/Revealed +Deploy key, Secret +coffer show/),
      expect.stringMatching(/Read +Deploy key, Secret +coffer read/)
    ])
    expect(out).not.toContain('ghp_')
    expect((await run('journal', 'my.coffer', '--item', 'deploy key')).out.trim().split('\n')).toHaveLength(2)
    expect((await run('journal', 'my.coffer', '--since', '2999-01-01')).out).toBe('')
    expect(await run('journal', 'my.coffer', '--since', 'tomorrow')).toMatchObject({ code: 2, out: '' })
    expect(await run('journal', 'my.coffer', '--item', 'nothing')).toMatchObject({ code: 4, out: '' })
  })
})
