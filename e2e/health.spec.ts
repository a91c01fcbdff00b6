import { join } from 'node:path'
import { createVault } from './support/first-run.ts'
import { addLogins } from './support/items.ts'
import { expect, test } from './support/test.ts'

test('the health page names what is weak, shared and doubled, merges without loss, and remembers what is ignored', async ({
  coffer,
  vaults
}) => {
  const { page } = coffer
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await addLogins(page, [
    { title: 'Alder Bank', username: 'mara', password: 'hunter2', url: 'https://paypal.com' },
    { title: 'Harbour', username: 'mara', password: 'hunter2' },
    { title: 'Router', username: 'admin', password: 'k9!Lwe-20xPqzT', url: 'http://192.168.1.1' },
    { title: 'Router', username: 'admin', password: 'another one of 77', url: 'http://192.168.1.1' }
  ])
  await page.getByRole('button', { name: 'Health', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Shared passwords 1' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Weak 2' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'No one-time code 1' })).toBeVisible()
  expect(await page.content()).not.toContain('hunter2')

  await page.getByRole('button', { name: 'Merge' }).focus()
  await page.getByRole('button', { name: 'Merge' }).click()
  await expect(page.getByText('is one item now, made of 2').first()).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Duplicates/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'All items' }).click()
  await page.getByRole('row', { name: /Router/ }).click()
  await expect(page.getByRole('group', { name: 'Password' })).toHaveCount(2)

  await page.getByRole('button', { name: 'Health', exact: true }).click()
  const weak = page.getByRole('button', { name: 'Ignore Harbour…' })
  await weak.focus()
  await weak.click()
  await page.getByRole('textbox', { name: 'Reason' }).fill('Locks after three tries')
  await page.getByRole('button', { name: 'Ignore it' }).click()
  await expect(page.getByRole('heading', { name: 'Weak 1' })).toBeVisible()
  await page.getByRole('button', { name: '1 ignored' }).click()
  await expect(page.getByText('Locks after three tries')).toBeVisible()
  await page.getByRole('button', { name: 'Count it again' }).click()
  await expect(page.getByRole('heading', { name: 'Weak 2' })).toBeAttached()
})
