import { copyFile, cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { createVault, lock, unlock } from './support/first-run.ts'
import { test } from './support/keyring-test.ts'
import { NO_KEYRING } from './support/no-keyring.ts'
import { expect } from './support/test.ts'

const older = (page: Page) => page.getByText('This file is older than the vault last seen on this computer')
const isOpen = (page: Page) => expect(page.getByRole('button', { name: 'Lock (Ctrl+L)' })).toBeVisible()

async function save(page: Page, title: string): Promise<void> {
  const edit = { title, tags: [], fields: [] }
  const made = await page.evaluate((note) => window.coffer.call('item.create', { type: 'note', edit: note }), edit)
  expect(made).toMatchObject({ ok: true })
}

/** The phrase opens nothing that is older than what was seen before somebody has said so. */
async function recoverOlder(page: Page, phrase: readonly string[]): Promise<void> {
  const next = 'quite another password'
  await page.getByRole('button', { name: 'Use the recovery phrase' }).click()
  await page.getByRole('textbox', { name: 'The 24 words' }).fill(phrase.join(' '))
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('tab', { name: 'My own password' }).click()
  await page.getByRole('textbox', { name: 'New master password' }).fill(next)
  await page.getByRole('button', { name: 'Use this password' }).click()
  await page.getByRole('textbox', { name: 'Master password' }).fill(next)
  await page.getByRole('button', { name: 'Open the vault' }).click()
  await expect(older(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Go on from it' })).toBeVisible()
}

test('a vault that is put back together with the mark file is known as older by the keychain', async ({
  start,
  folder,
  vaults,
  keyring
}) => {
  const path = join(vaults, 'Mara.coffer')
  const marks = join(folder, 'profile', 'marks')
  const { app, page } = await start({ env: keyring.env })
  const { password, phrase } = await createVault({ app, page }, path)
  await save(page, 'first')
  await lock(page)
  await copyFile(path, `${path}.before`)
  await cp(marks, join(folder, 'marks.before'), { recursive: true })
  await unlock(page, password)
  await isOpen(page)
  await save(page, 'second')
  await app.close()

  const putBack = async (): Promise<void> => {
    await copyFile(`${path}.before`, path)
    await rm(marks, { recursive: true })
    await cp(join(folder, 'marks.before'), marks, { recursive: true })
  }
  await putBack()
  const blind = await start({ env: NO_KEYRING, args: [path] })
  await unlock(blind.page, password)
  await isOpen(blind.page)
  await expect(older(blind.page)).toHaveCount(0)
  await blind.app.close()

  await putBack()
  const seeing = await start({ env: keyring.env, args: [path] })
  await recoverOlder(seeing.page, phrase)
  await seeing.page.getByRole('button', { name: 'Back' }).click()
  await seeing.page.getByRole('button', { name: 'Back' }).click()
  await seeing.page.getByRole('button', { name: 'Back' }).click()
  await unlock(seeing.page, password)
  await expect(older(seeing.page)).toBeVisible()
  await seeing.page.getByRole('button', { name: 'Go on from this older file…' }).click()
  const dialog = seeing.page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Master password' }).fill(password)
  await dialog.getByRole('button', { name: 'Go on from it' }).click()
  await expect(older(seeing.page)).toHaveCount(0)
  await isOpen(seeing.page)
  await lock(seeing.page)
  await unlock(seeing.page, password)
  await isOpen(seeing.page)
  await expect(older(seeing.page)).toHaveCount(0)
})

test('a keychain that does not answer holds unlocking up for no more than a moment', async ({
  start,
  vaults,
  keyring
}) => {
  const { app, page } = await start({ env: keyring.env })
  const { password } = await createVault({ app, page }, join(vaults, 'Mara.coffer'))
  await save(page, 'first')
  await lock(page)
  keyring.pause()
  await unlock(page, password)
  await isOpen(page)
  await expect(older(page)).toHaveCount(0)
  keyring.resume()
})
