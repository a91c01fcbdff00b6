import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerOpenDialog } from '../support/user.ts'
import type { Screen } from './screens.ts'

const row = (page: Page, title: string) => page.getByRole('row', { name: new RegExp(title) })

/** Between the generator and the settings: what one meets in a day. */
export const DAILY_SCREENS: readonly Screen[] = [
  {
    name: 'several-items',
    async go({ page }) {
      await page.getByRole('button', { name: /^All items/ }).click()
      await row(page, 'GitHub').click()
      await row(page, 'Registry').click({ modifiers: ['Shift'] })
      await page.getByRole('heading', { name: /items chosen$/ }).waitFor()
    }
  },
  {
    name: 'row-menu',
    async go({ page }) {
      await page.keyboard.press('Escape')
      await row(page, 'Mail').click({ button: 'right' })
      await page.getByRole('menu', { name: 'Mail' }).waitFor()
    }
  },
  {
    name: 'older-versions',
    async go({ page }) {
      await page.keyboard.press('Escape')
      await row(page, 'GitHub').click()
      await page.keyboard.press('Control+e')
      await page.getByRole('textbox', { name: 'Username', exact: true }).fill('mara-lindqvist')
      await page.getByRole('button', { name: 'Done' }).click()
      await page.getByRole('button', { name: /^Username: .* older version/ }).click()
      await page.getByRole('insertion').first().waitFor()
    }
  },
  {
    name: 'password-change',
    async go({ page }) {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Change Password…' }).click()
      await page.getByRole('button', { name: 'Use it' }).click()
      await page.getByText('Both are kept until you say so.').waitFor()
    }
  },
  {
    name: 'health',
    async go({ page }) {
      await page.getByRole('button', { name: 'Health', exact: true }).click()
      await page.getByRole('heading', { name: /^Shared passwords/ }).waitFor()
    }
  },
  {
    name: 'health-ignore',
    async go({ page }) {
      await page.getByRole('button', { name: 'Ignore City Library…' }).first().press('Enter')
      await page.getByRole('textbox', { name: 'Reason' }).waitFor()
    }
  },
  {
    name: 'breach-check',
    async go({ page }) {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Check against known breaches…' }).click()
      await page.getByRole('button', { name: 'Choose a file…' }).waitFor()
    }
  },
  {
    name: 'breach-result',
    async go({ app, page, vaults }) {
      await writeFile(join(vaults, 'pwned.txt'), breachedList('pebble.lantern.45', 'tr0ub4dor&3-and-more'))
      await answerOpenDialog(app, join(vaults, 'pwned.txt'))
      await page.getByRole('button', { name: 'Choose a file…' }).click()
      await page.getByText(/known from breaches\./).waitFor()
    }
  },
  {
    name: 'health-breached',
    async go({ page }) {
      await page.keyboard.press('Escape')
      await page.getByRole('heading', { name: /^In known breaches/ }).waitFor()
    }
  },
  {
    name: 'generator-history',
    async go({ page }) {
      await page.getByRole('button', { name: 'Generator', exact: true }).click()
      await page.getByRole('button', { name: /^Copy/ }).first().click()
      await page.getByRole('button', { name: 'Reveal number 1' }).waitFor()
    }
  }
]

function breachedList(...passwords: readonly string[]): string {
  const hashes = passwords.map((text) => createHash('sha1').update(text).digest('hex').toUpperCase())
  return hashes
    .toSorted()
    .map((hash) => `${hash}:4711\n`)
    .join('')
}
