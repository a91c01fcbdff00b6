import { join } from 'node:path'
import { axeViolations } from './support/accessibility.ts'
import { createVault } from './support/first-run.ts'
import { expect, test } from './support/test.ts'

test('a typed password is told to be weak, and beside it words are made, of which one is rolled again alone', async ({
  coffer,
  vaults
}) => {
  const { page } = coffer
  const folder = process.env['COFFER_PICTURES']
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await page.keyboard.press('Control+n')
  await page.getByRole('textbox', { name: 'Title' }).fill('Harbour')
  const field = page.getByRole('group', { name: 'Password' })
  await field.getByRole('textbox').fill('tR7w%Kb2Hn&e')
  await field.getByRole('textbox').fill('Harbour2024')
  await expect(field.getByRole('status')).toHaveText('WeakThis is built on a name that stands beside it.')
  if (folder !== undefined) await page.screenshot({ path: join(folder, 'weak-note.png') })
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('button', { name: /^Generate/ }).click()
  const generator = page.getByRole('region', { name: 'Generate' })
  await generator.getByRole('radio', { name: 'Passphrase' }).click()
  const dice = generator.getByRole('img', { name: /^rolls( [1-6]){5}$/ })
  await expect(dice).toHaveCount(6)
  const rerolls = generator.getByRole('button', { name: /^Re-roll ./ })
  const words = () =>
    rerolls.evaluateAll((all) => all.map((one) => (one.getAttribute('aria-label') ?? '').replace('Re-roll ', '')))
  const before = await words()
  await generator.getByRole('button', { name: `Re-roll ${before[2]}` }).press('Enter')
  await expect(generator.getByRole('button', { name: `Re-roll ${before[2]}` })).toBeHidden()
  const after = await words()
  expect(after.filter((word, place) => word !== before[place])).toHaveLength(1)
  await generator.getByRole('button', { name: /more$/ }).click()
  await expect(dice).toHaveCount(7)
  for (const { width, height } of [
    { width: 1280, height: 800 },
    { width: 1000, height: 680 },
    { width: 500, height: 340 }
  ]) {
    await page.setViewportSize({ width, height })
    expect(await generator.evaluate((pane) => pane.scrollWidth <= pane.clientWidth)).toBe(true)
    if (folder !== undefined) await page.screenshot({ path: join(folder, `inline-${width}.png`) })
    expect(await axeViolations(page)).toEqual([])
  }
  const made = [...(await words())].join('-')
  await generator.getByRole('button', { name: 'Use it' }).click()
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue(made)
  await expect(field.getByRole('status')).toBeHidden()
})
