import { access, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { createVault } from './support/first-run.ts'
import { expect, test } from './support/test.ts'
import { expectAccessible } from './support/themes.ts'
import { answerOpenDialog, answerQuestion, answerSaveDialog, chooseMenu } from './support/user.ts'

const CHROME = [
  'name,url,username,password,note',
  'GitHub,https://github.com/login,mara,s3cret-one,',
  'Mail,https://mail.example,mara,s3cret-two,"two lines\nof text"',
  'Bank,https://bank.example,mara,s3cret-three,'
].join('\r\n')

const BITWARDEN = JSON.stringify({
  encrypted: false,
  folders: [{ id: 'f', name: 'Home/Money' }],
  items: [
    {
      type: 1,
      name: 'Shop',
      folderId: 'f',
      reprompt: 1,
      login: {
        username: 'mara',
        password: 's3cret',
        totp: 'not a secret!',
        uris: [{ match: 1, uri: 'https://shop.example' }]
      },
      fields: [{ name: 'Customer', value: '4711', type: 0 }]
    },
    {
      type: 3,
      name: 'Visa',
      card: { cardholderName: 'Mara Lind', number: '4242424242424242', expMonth: '3', expYear: '2030', code: '123' }
    },
    { type: 2, name: 'Alarm', notes: 'The code is in the drawer' }
  ]
})

/** Every step in both themes: without a violation, and in a picture where a folder is named for them. */
async function look(app: ElectronApplication, page: Page, name: string): Promise<void> {
  const folder = process.env['COFFER_PICTURES']
  await expectAccessible(app, page, name, async (theme) => {
    if (folder !== undefined) await page.screenshot({ path: join(folder, `import-${name}-${theme}.png`) })
  })
}

const openImport = async (app: ElectronApplication, path: string): Promise<void> => {
  await answerOpenDialog(app, path)
  await chooseMenu(app, 'import')
}

test('what a browser exported is shown, comes in with a receipt, and is taken back in one step', async ({
  coffer,
  vaults
}) => {
  const { app, page } = coffer
  const file = join(vaults, 'Passwords.csv')
  await writeFile(file, CHROME)
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  // An empty vault offers it too.
  await answerOpenDialog(app, file)
  await page.getByRole('button', { name: /^Import/ }).click()
  await look(app, page, 'choose')
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(page.getByRole('row', { name: 'Items 3 3 0 0' })).toBeVisible()
  await look(app, page, 'preview')
  await page.getByRole('button', { name: 'Import 3 items' }).click()
  await expect(page.getByRole('heading', { name: '3 items came in' })).toBeVisible()
  await expect(page.getByText('13 in the file = 13 imported + 0 kept aside + 0 left out')).toBeVisible()
  await expect(page.getByRole('button', { name: 'All items' })).toContainText('3')
  await look(app, page, 'receipt')

  const receipt = join(vaults, 'receipt.txt')
  await answerSaveDialog(app, receipt)
  await page.getByRole('button', { name: 'Save the receipt…' }).click()
  await expect(page.getByRole('status').getByText('The receipt is in receipt.txt')).toBeVisible()
  expect(await readFile(receipt, 'utf8')).toContain('3 items came in')
  expect(await readFile(receipt, 'utf8')).not.toContain('s3cret')

  await page.getByRole('button', { name: /^All items/ }).click()
  await expect(page.getByRole('row', { name: /Mail/ })).toBeVisible()
  await chooseMenu(app, 'import')
  await page.getByRole('button', { name: 'Undo the import' }).click()
  await expect(page.getByRole('heading', { name: 'The import was taken back' })).toBeVisible()
  await page.getByRole('button', { name: /^All items/ }).click()
  await expect(page.getByRole('row', { name: /Mail/ })).toBeHidden()
  await chooseMenu(app, 'redo')
  await expect(page.getByRole('row', { name: /Mail/ })).toBeVisible()
  await chooseMenu(app, 'undo')
  await expect(page.getByRole('row', { name: /Mail/ })).toBeHidden()
})

test('the exported file is removed only when the user says so twice, and never a vault', async ({ coffer, vaults }) => {
  const { app, page } = coffer
  const file = join(vaults, 'bitwarden.json')
  await writeFile(file, BITWARDEN)
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await openImport(app, file)
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await page.getByRole('button', { name: 'Import 3 items' }).click()
  await expect(page.getByText('Kept under “Other imported data”')).toBeVisible()
  await look(app, page, 'receipt-kept')
  await answerQuestion(app, 1)
  await page.getByRole('button', { name: 'Remove the file…' }).click()
  await access(file)
  await answerQuestion(app, 0)
  await page.getByRole('button', { name: 'Remove the file…' }).click()
  await expect(page.getByText('bitwarden.json is removed.')).toBeVisible()
  await expect(access(file)).rejects.toThrow('ENOENT')
})

test('any table comes in by what its columns are said to be, with the first rows shown meanwhile', async ({
  coffer,
  vaults
}) => {
  const { app, page } = coffer
  const file = join(vaults, 'list.csv')
  await writeFile(
    file,
    'Dienst;Wo;Wer;Geheim\nGitHub;https://github.com;mara;s3cret-one\nMail;https://mail.example;mara;s3cret-two\n'
  )
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await openImport(app, file)
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(page.getByRole('heading', { name: 'Columns', exact: true })).toBeVisible()
  const choose = async (column: string, role: string) => {
    await page.getByRole('button', { name: new RegExp(`^${column}:`) }).click()
    await page.getByRole('option', { name: role, exact: true }).click()
  }
  await choose('Dienst', 'Title')
  await choose('Wo', 'Website')
  await choose('Wer', 'Username')
  await choose('Geheim', 'Password')
  await expect(page.getByRole('heading', { name: 'GitHub' })).toBeVisible()
  await expect(page.getByText('s3cret-one')).toBeHidden()
  await look(app, page, 'columns')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Import 2 items' }).click()
  await expect(page.getByRole('heading', { name: '2 items came in' })).toBeVisible()
})

test('a file that cannot be read is told in a sentence, and the password of one that is locked is asked for', async ({
  coffer,
  vaults
}) => {
  const { app, page } = coffer
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  const cut = join(vaults, 'cut.csv')
  await writeFile(cut, `${CHROME}\n"cut off`)
  await openImport(app, cut)
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(page.getByRole('alert')).toContainText('cut off in row')
  await look(app, page, 'error')
  const locked = join(vaults, 'locked.json')
  const part = `2.${Buffer.alloc(16).toString('base64')}|${Buffer.alloc(16).toString('base64')}|${Buffer.alloc(32).toString('base64')}`
  const document = { encrypted: true, passwordProtected: true, salt: 'c2FsdA==', kdfType: 0, kdfIterations: 5000 }
  await writeFile(locked, JSON.stringify({ ...document, encKeyValidation_DO_NOT_EDIT: part, data: part }))
  await answerOpenDialog(app, locked)
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await page.getByRole('textbox', { name: 'Password of the file' }).fill('not this one')
  await look(app, page, 'password')
  await page.getByRole('button', { name: 'Open the file' }).click()
  await expect(page.getByText('That password does not open this file.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Password of the file' })).toHaveValue('')
})
