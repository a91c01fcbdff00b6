import { join } from 'node:path'
import { firstRun } from './support/first-run.ts'
import { expect, test } from './support/test.ts'
import { readClipboard } from './support/user.ts'

const PASSWORD = 'hunter2-hunter2'

test('the daily loop needs no pointer', async ({ coffer, vaults }) => {
  const { app, page } = coffer
  const { keyboard } = page
  const { password } = await firstRun(coffer, join(vaults, 'Mara.coffer'))

  await keyboard.press('Control+N')
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused()
  await keyboard.type('GitHub')
  for (const text of ['maralind', PASSWORD]) {
    const wanted = page.getByRole('textbox', { name: text === PASSWORD ? 'Password' : 'Username' })
    for (
      let presses = 0;
      presses < 12 && !(await wanted.evaluate((input) => input === document.activeElement));
      presses++
    )
      await keyboard.press('Tab')
    await expect(wanted).toBeFocused()
    await keyboard.type(text)
  }
  await keyboard.press('Control+S')
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  await keyboard.press('Escape')

  await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused()
  await keyboard.type('gith')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect.poll(() => readClipboard(app)).toBe(PASSWORD)
  await keyboard.press('Control+B')
  await expect.poll(() => readClipboard(app)).toBe('maralind')

  await keyboard.press('Control+K')
  await keyboard.type('settings')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  await keyboard.press('Escape')
  await keyboard.press('Control+F')
  await keyboard.press('ArrowDown')
  await keyboard.press('Delete')
  await expect(page.getByRole('row', { name: /GitHub/ })).toBeHidden()
  await keyboard.press('Control+Z')
  await expect(page.getByRole('row', { name: /GitHub/ })).toBeVisible()

  await keyboard.press('Control+L')
  await expect(page.getByRole('textbox', { name: 'Master password' })).toBeFocused()
  await keyboard.type(password)
  await keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /GitHub/ })).toBeVisible()
})
