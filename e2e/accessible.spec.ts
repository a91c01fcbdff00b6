import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { createVault } from './support/first-run.ts'
import { addLogins } from './support/items.ts'
import { expect, test } from './support/test.ts'

type Stop = { readonly name: string; readonly go: (page: Page) => Promise<void> }

const row = (page: Page, title: string) => page.getByRole('row', { name: new RegExp(title) }).first()
const leave = (page: Page) => page.keyboard.press('Escape')

/** Each in its turn, from the one before. */
const STOPS: readonly Stop[] = [
  { name: 'an item', go: (page) => row(page, 'GitHub').click() },
  { name: 'several items', go: (page) => row(page, 'Harbour').click({ modifiers: ['Shift'] }) },
  {
    name: 'the menu of a row',
    async go(page) {
      await leave(page)
      await row(page, 'Tidewater').click({ button: 'right' })
      await expect(page.getByRole('menu', { name: 'Tidewater' })).toBeVisible()
    }
  },
  {
    name: 'older versions',
    async go(page) {
      await leave(page)
      await row(page, 'GitHub').click()
      await page.keyboard.press('Control+e')
      await page.getByRole('textbox', { name: 'Username', exact: true }).fill('maralind')
      await page.getByRole('button', { name: 'Done' }).click()
      await page.getByRole('button', { name: 'Username: 1 older version' }).click()
      await expect(page.getByRole('insertion')).toBeVisible()
    }
  },
  {
    name: 'a password change',
    async go(page) {
      await leave(page)
      await page.getByRole('button', { name: 'Change Password…' }).click()
      await page.getByRole('button', { name: 'Use it' }).click()
      await expect(page.getByText('Both are kept until you say so.')).toBeVisible()
    }
  },
  {
    name: 'health',
    async go(page) {
      await page.getByRole('button', { name: 'Health', exact: true }).click()
      await expect(page.getByRole('heading', { name: /^Shared passwords/ })).toBeVisible()
    }
  },
  {
    name: 'ignoring a finding',
    async go(page) {
      await page.getByRole('button', { name: 'Ignore Harbour…' }).first().focus()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('textbox', { name: 'Reason' })).toBeFocused()
    }
  },
  {
    name: 'the generator',
    async go(page) {
      await leave(page)
      await page.getByRole('button', { name: 'Generator', exact: true }).click()
      await page.getByRole('button', { name: /^Copy/ }).first().click()
      await expect(page.getByRole('button', { name: 'Reveal number 1' })).toBeVisible()
    }
  },
  {
    name: 'the palette',
    async go(page) {
      await page.keyboard.press('Control+k')
      await expect(page.getByRole('option').first()).toBeVisible()
    }
  },
  {
    name: 'the keys',
    async go(page) {
      await leave(page)
      await page.keyboard.press('F1')
      await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    }
  },
  {
    name: 'settings',
    async go(page) {
      await leave(page)
      await page.getByRole('button', { name: 'Settings', exact: true }).click()
    }
  },
  {
    name: 'a new recovery phrase',
    async go(page) {
      await page.getByRole('button', { name: 'New phrase…' }).click()
      await expect(page.getByRole('textbox', { name: 'Master password now' })).toBeVisible()
    }
  }
]

for (const theme of ['light', 'dark'] as const) {
  test(`no screen of the daily loop breaks a rule of accessibility in the ${theme} theme`, async ({
    coffer,
    vaults
  }) => {
    test.setTimeout(240_000)
    const { app, page } = coffer
    await app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source
    }, theme)
    await createVault(coffer, join(vaults, 'Mara.coffer'))
    await addLogins(page, [
      { title: 'GitHub', username: 'mara', password: 'tide-lantern-5', url: 'https://github.com', tags: ['Work'] },
      { title: 'Harbour', username: 'mara', password: 'hunter2' },
      { title: 'Tidewater', username: 'mara', password: 'hunter2' }
    ])
    for (const { name, go } of STOPS) {
      await test.step(name, async () => {
        await go(page)
        // Colours settle within 240 ms.
        await page.waitForTimeout(300)
        const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().analyze()
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
        expect.soft(found, name).toEqual([])
        expect.soft(passes.length, name).toBeGreaterThan(10)
      })
    }
  })
}
