import { execFileSync, spawnSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { firstRun } from './support/first-run.ts'
import { expect, test } from './support/test.ts'
import { answerOpenDialog, chooseMenu } from './support/user.ts'

const CHROME = 'name,url,username,password,note\nGitHub,https://github.com/login,mara,s3cret-one,\n'

/** Drops a file of this computer, as the system would hand it over, on the page's place for one. */
async function dropFile(page: Page, path: string): Promise<void> {
  await page.evaluate(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.id = 'chooser'
    document.body.append(input)
  })
  await page.locator('#chooser').setInputFiles(path)
  await page.getByText('Drop the exported file here').evaluate((at) => {
    const input = document.querySelector<HTMLInputElement>('#chooser')
    const dataTransfer = new DataTransfer()
    for (const file of input?.files ?? []) dataTransfer.items.add(file)
    for (const type of ['dragover', 'drop'])
      at.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    input?.remove()
  })
}

test('the first run ends at the import, where a dropped file is read', async ({ coffer, vaults }) => {
  const { page } = coffer
  const file = join(vaults, 'Passwords.csv')
  await writeFile(file, CHROME)
  await firstRun(coffer, join(vaults, 'Mara.coffer'), /^Import/)
  await expect(page.getByRole('heading', { name: 'Import', exact: true })).toBeVisible()
  await dropFile(page, file)
  await page.getByRole('button', { name: 'Import 1 item' }).click()
  await expect(page.getByRole('heading', { name: '1 item came in' })).toBeVisible()
})

test('the palette leads to the import', async ({ coffer, vaults }) => {
  const { page } = coffer
  await firstRun(coffer, join(vaults, 'Mara.coffer'))
  await page.keyboard.press('Control+k')
  await page.keyboard.type('import')
  await page.getByRole('option', { name: /^Import/ }).click()
  await expect(page.getByText('Drop the exported file here')).toBeVisible()
})

const hasGpg = ['gpg', 'gpgconf'].every((name) => spawnSync(name, ['--version']).status === 0)

test('the folder of a pass store is chosen, and opened by GnuPG', async ({ start, folder, vaults }) => {
  test.skip(!hasGpg, 'needs gpg and gpgconf, which are not installed')
  const home = join(folder, 'gnupg')
  await mkdir(home, { mode: 0o700 })
  const env = { GNUPGHOME: home }
  const gpg = (args: readonly string[], input = ''): Buffer =>
    execFileSync('gpg', ['--batch', '--quiet', ...args], {
      input,
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'ignore']
    })
  try {
    const unlocked = ['--pinentry-mode', 'loopback', '--passphrase', '']
    gpg([...unlocked, '--quick-gen-key', 'mara@x', 'future-default', 'default', 'never'])
    const store = join(vaults, 'password-store')
    await mkdir(join(store, 'Web'), { recursive: true })
    await writeFile(join(store, '.gpg-id'), 'mara@x\n')
    const sealed = gpg(['--trust-model', 'always', '-r', 'mara@x', '-e'], 's3cret\nuser: mara\n')
    await writeFile(join(store, 'Web', 'GitHub.gpg'), sealed)

    const coffer = await start({ env })
    const { app, page } = coffer
    await firstRun(coffer, join(vaults, 'Mara.coffer'))
    await answerOpenDialog(app, store)
    await chooseMenu(app, 'import')
    await page.getByRole('button', { name: 'Choose a folder (pass, gopass)…' }).click()
    await page.getByRole('button', { name: 'Import 1 item' }).click()
    await expect(page.getByRole('heading', { name: '1 item came in' })).toBeVisible()
    await page.getByRole('button', { name: /^All items/ }).click()
    await expect(page.getByRole('row', { name: /GitHub/ })).toBeVisible()
  } finally {
    spawnSync('gpgconf', ['--kill', 'all'], { env: { ...process.env, ...env } })
  }
})
