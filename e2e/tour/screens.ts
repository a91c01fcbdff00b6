import { join } from 'node:path'
import type { CofferWindow } from '../support/launch.ts'
import { createVault, unlock } from '../support/first-run.ts'
import { answerSaveDialog, chooseMenu } from '../support/user.ts'
import { addSampleItems } from './sample-items.ts'

export type TourStop = CofferWindow & {
  readonly vaults: string
  /** What earlier stops have found out. */
  readonly notes: Map<string, string>
}
/** A screen: its file name, and how to get there from the one before. */
export type Screen = { readonly name: string; readonly go: (stop: TourStop) => Promise<void> }

/** Every screen of the app, in an order in which a person could meet them. A new screen is a line here. */
export const SCREENS: readonly Screen[] = [
  {
    name: 'first-run-place',
    go: ({ page }) => page.getByRole('heading', { name: 'A vault of your own' }).waitFor()
  },
  {
    name: 'first-run-passphrase',
    async go({ app, page, vaults }) {
      await answerSaveDialog(app, join(vaults, 'Personal.coffer'))
      await page.getByRole('button', { name: 'Choose a place…' }).click()
      await page.getByRole('button', { name: 'I can say them' }).waitFor()
    }
  },
  {
    name: 'first-run-again',
    go: ({ page }) => page.getByRole('button', { name: 'I can say them' }).click()
  },
  {
    name: 'empty-vault',
    async go({ app, page, vaults, notes }) {
      await page.reload()
      const { password } = await createVault({ app, page }, join(vaults, 'Personal.coffer'))
      notes.set('password', password)
      await page.getByRole('button', { name: /^New login/ }).waitFor()
    }
  },
  {
    name: 'main',
    async go({ page }) {
      await addSampleItems(page)
      await page.reload()
      await page.getByRole('row', { name: /GitHub/ }).click()
    }
  },
  {
    name: 'search',
    go: ({ page }) => page.getByRole('combobox', { name: 'Search' }).fill('git')
  },
  {
    name: 'editor',
    async go({ app, page }) {
      await page.getByRole('combobox', { name: 'Search' }).fill('')
      await page.getByRole('row', { name: /GitHub/ }).click()
      await chooseMenu(app, 'edit')
      await page.getByRole('textbox', { name: 'Title' }).waitFor()
    }
  },
  {
    name: 'generator',
    async go({ app, page }) {
      await page.getByRole('button', { name: 'Done' }).click()
      await chooseMenu(app, 'generator')
      await page.getByRole('heading', { name: 'Generator' }).waitFor()
    }
  },
  {
    name: 'settings',
    async go({ app, page }) {
      await page.keyboard.press('Escape')
      await chooseMenu(app, 'settings')
      await page.getByRole('heading', { name: 'Settings' }).first().waitFor()
    }
  },
  {
    name: 'unlock',
    async go({ app, page }) {
      await chooseMenu(app, 'lock')
      await page.getByRole('textbox', { name: 'Master password' }).waitFor()
    }
  },
  {
    name: 'wrong-password',
    async go({ page }) {
      await unlock(page, 'not the password at all')
      await page.getByText('That password does not open this vault.').waitFor()
    }
  }
]
