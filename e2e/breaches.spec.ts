import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { axeViolations } from './support/accessibility.ts'
import { createVault } from './support/first-run.ts'
import { addLogins } from './support/items.ts'
import type { CofferWindow } from './support/launch.ts'
import { expect, test } from './support/test.ts'
import { answerOpenDialog, answerQuestion, chooseMenu } from './support/user.ts'

const LEAKED = 'hunter2'
const OWN = 'quiet-Lantern-771-of-mine'
const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex').toUpperCase()

/** A list with the leaked password in it, among thousands of others. */
async function writeList(path: string): Promise<void> {
  const others = Array.from({ length: 5000 }, (_, index) => `${sha1(`somebody else's ${index}`)}:${index + 1}`)
  await writeFile(path, `${[...others, `${sha1(LEAKED)}:17043`].toSorted().join('\r\n')}\r\n`)
}

async function vaultWithLogins(coffer: CofferWindow, vaults: string): Promise<void> {
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await addLogins(coffer.page, [
    { title: 'Alder Bank', username: 'mara', password: LEAKED },
    { title: 'Harbour', username: 'mara', password: LEAKED },
    { title: 'Router', username: 'admin', password: OWN }
  ])
  // A page that is being read again hears no menu.
  await coffer.page.getByRole('row', { name: /Alder Bank/ }).waitFor()
}

const openHealth = (page: Page): Promise<void> => page.getByRole('button', { name: 'Health', exact: true }).click()
const beginCheck = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Check against known breaches…' }).click()

test('a downloaded list tells which passwords are known, and one of them is changed from there', async ({
  coffer,
  vaults
}) => {
  const { app, page } = coffer
  await vaultWithLogins(coffer, vaults)
  await openHealth(page)
  await expect(page.getByText('Not checked yet.')).toBeVisible()
  await beginCheck(page)
  const dialog = page.getByRole('dialog', { name: 'Check against known breaches' })
  await expect(dialog.getByRole('region', { name: 'Online' })).toContainText('Switched off')
  expect(await axeViolations(page)).toEqual([])

  await writeFile(join(vaults, 'notes.txt'), 'no list at all')
  await answerOpenDialog(app, join(vaults, 'notes.txt'))
  await dialog.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(dialog.getByRole('alert')).toContainText('That is not a list of breached passwords')
  expect(await axeViolations(page)).toEqual([])

  await writeList(join(vaults, 'pwned.txt'))
  await answerOpenDialog(app, join(vaults, 'pwned.txt'))
  await dialog.getByRole('button', { name: 'Choose a file…' }).press('Enter')
  await expect(dialog.getByText('2 of 3 passwords are known from breaches.')).toBeVisible()
  expect(await axeViolations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)

  await expect(page.getByRole('heading', { name: 'In known breaches 2' })).toBeVisible()
  await expect(page.getByText('Seen 10,000 times or more').first()).toBeVisible()
  await expect(page.getByText('Last checked today', { exact: false })).toBeVisible()
  const content = await page.content()
  for (const text of [LEAKED, OWN, sha1(LEAKED), sha1(LEAKED).toLowerCase(), '17043', '17,043'])
    expect(content).not.toContain(text)

  await page.getByRole('button', { name: 'Change the password of Alder Bank…' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Use it' }).click()
  await expect(page.getByText('Both are kept until you say so.')).toBeVisible()
})

test.describe('asking online', () => {
  let server: Server
  let asked: string[] = []
  test.beforeEach(async () => {
    asked = []
    server = createServer(({ method, url, headers }, response) => {
      asked.push([method, url, headers['add-padding'], headers['user-agent']].join(' '))
      const known = url === `/range/${sha1(LEAKED).slice(0, 5)}` ? `${sha1(LEAKED).slice(5)}:17043\r\n` : ''
      response.end(`${'0'.repeat(35)}:0\r\n${known}${'F'.repeat(35)}:0`)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  test.afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())))

  /** What would go to the service goes to this computer; all else is as it is. */
  const redirect = (app: ElectronApplication): Promise<void> =>
    app.evaluate(
      ({ session }, port) => {
        session.fromPartition('breaches').fetch = (url, request) =>
          fetch(String(url).replace('https://api.pwnedpasswords.com', `http://127.0.0.1:${port}`), request)
      },
      (server.address() as AddressInfo).port
    )

  test('is off, is switched on by the user alone, and then sends five digits for each password', async ({
    coffer,
    vaults
  }) => {
    const { app, page } = coffer
    await redirect(app)
    await vaultWithLogins(coffer, vaults)
    const refused = await page.evaluate(() => window.coffer.call('breach.checkOnline', undefined))
    expect(refused).toMatchObject({ ok: false, code: 'BAD_REQUEST' })

    await openHealth(page)
    await beginCheck(page)
    await page.getByRole('button', { name: 'Open the settings' }).click()
    const allow = page.getByRole('switch', { name: 'Ask online about known breaches' })
    await expect(page.getByRole('region', { name: 'About' })).toContainText(
      'GET https://api.pwnedpasswords.com/range/ABCDE'
    )
    await expect(page.getByRole('region', { name: 'About' })).toContainText('Switched off')

    await answerQuestion(app, 1)
    await allow.click()
    await expect(allow).not.toBeChecked()
    await answerQuestion(app, 0)
    await allow.click()
    await expect(page.getByRole('region', { name: 'About' })).toContainText('Switched on')
    await expect(allow).toBeChecked()
    expect(asked).toEqual([])

    await openHealth(page)
    await beginCheck(page)
    await page.getByRole('button', { name: 'Ask online' }).click()
    await expect(page.getByText('2 of 3 passwords are known from breaches.')).toBeVisible()
    const prefixes = [LEAKED, OWN].map((text) => sha1(text).slice(0, 5))
    expect(asked.toSorted()).toEqual(prefixes.map((prefix) => `GET /range/${prefix} true Coffer`).toSorted())
    await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { name: 'In known breaches 2' })).toBeVisible()
  })

  test('is stopped by Esc, and says how much is left', async ({ coffer, vaults }) => {
    const { app, page } = coffer
    // Takes the request, and does not answer it.
    server.removeAllListeners('request')
    server.on('request', ({ url }: { readonly url?: string }) => void asked.push(url ?? ''))
    await redirect(app)
    await vaultWithLogins(coffer, vaults)
    await answerQuestion(app, 0)
    await chooseMenu(app, 'settings')
    await page.getByRole('switch', { name: 'Ask online about known breaches' }).click()
    await expect(page.getByText('Switched on')).toBeVisible()
    await openHealth(page)
    await beginCheck(page)
    await page.getByRole('button', { name: 'Ask online' }).click()
    await expect(page.getByRole('progressbar')).toBeVisible()
    await expect.poll(() => asked.length).toBe(1)
    expect(await axeViolations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByText('Stopped. 3 passwords were not looked for')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    expect(asked).toHaveLength(1)
    server.closeAllConnections()
  })

  test('says in one sentence what went wrong, and keeps what it has', async ({ coffer, vaults }) => {
    const { app, page } = coffer
    await redirect(app)
    await vaultWithLogins(coffer, vaults)
    await answerQuestion(app, 0)
    await chooseMenu(app, 'settings')
    await page.getByRole('switch', { name: 'Ask online about known breaches' }).click()
    await expect(page.getByText('Switched on')).toBeVisible()
    await new Promise<void>((resolve) => server.close(() => resolve()))
    await openHealth(page)
    await beginCheck(page)
    await page.getByRole('button', { name: 'Ask online' }).click()
    await expect(page.getByRole('alert')).toContainText('The breach service could not be reached.')
    await expect(page.getByRole('alert')).toContainText('3 passwords were not looked for')
    expect(await axeViolations(page)).toEqual([])
  })
})
