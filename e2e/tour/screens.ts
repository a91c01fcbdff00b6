import { join } from 'node:path'
import type { CofferWindow } from '../support/launch.ts'
import { firstRun, unlock } from '../support/first-run.ts'
import { answerSaveDialog, chooseMenu } from '../support/user.ts'
import { flipBit } from '../support/vault-on-disk.ts'
import { AWAY_SCREENS } from './away-screens.ts'
import { DAILY_SCREENS } from './daily-screens.ts'
import { JOURNAL_SCREENS } from './journal-screens.ts'
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
      const { password } = await firstRun({ app, page }, join(vaults, 'Personal.coffer'))
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
  ...DAILY_SCREENS,
  ...JOURNAL_SCREENS,
  {
    name: 'settings',
    async go({ app, page }) {
      await page.keyboard.press('Escape')
      await chooseMenu(app, 'settings')
      await page.getByRole('heading', { name: 'Settings' }).first().waitFor()
    }
  },
  {
    name: 'change-password',
    async go({ page }) {
      await page.getByRole('button', { name: 'Change…' }).click()
      await page.getByRole('textbox', { name: 'Master password now' }).waitFor()
    }
  },
  {
    name: 'new-phrase',
    async go({ page }) {
      await page.getByRole('button', { name: 'Cancel' }).click()
      await page.getByRole('button', { name: 'New phrase…' }).click()
      await page.getByRole('textbox', { name: 'Master password now' }).waitFor()
    }
  },
  {
    name: 'backups',
    async go({ page }) {
      await page.getByRole('button', { name: 'Cancel' }).click()
      await page.getByRole('button', { name: 'Backups' }).first().click()
      await page.getByRole('button', { name: 'Back up now' }).click()
      await page
        .getByRole('button', { name: /^Check the backup of/ })
        .first()
        .waitFor()
    }
  },
  {
    name: 'backup-export',
    async go({ page }) {
      await page.getByRole('button', { name: 'Export…' }).click()
      await page.getByRole('dialog').getByRole('textbox', { name: 'Master password' }).waitFor()
    }
  },
  {
    name: 'palette',
    async go({ app, page }) {
      await page.keyboard.press('Escape')
      await chooseMenu(app, 'palette')
      await page.getByRole('combobox', { name: 'Command palette' }).fill('re')
    }
  },
  {
    name: 'keys',
    async go({ app, page }) {
      await page.keyboard.press('Escape')
      await chooseMenu(app, 'keys')
      await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    }
  },
  {
    name: 'export-items',
    async go({ app, page }) {
      await page.keyboard.press('Escape')
      await chooseMenu(app, 'export')
      await page.getByRole('dialog', { name: 'Export for other programs' }).waitFor()
    }
  },
  {
    name: 'export-open',
    go: ({ page }) =>
      page
        .getByRole('dialog')
        .getByRole('radio', { name: /^CSV, exact/ })
        .check()
  },
  {
    name: 'share',
    async go({ app, page }) {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /^All items/ }).click()
      await page.getByRole('row', { name: /GitHub/ }).click()
      await page.getByRole('button', { name: 'Edit' }).waitFor()
      await chooseMenu(app, 'share')
      await page.getByRole('dialog', { name: 'Share GitHub' }).waitFor()
    }
  },
  {
    name: 'share-keys',
    async go({ app, page }) {
      await page.keyboard.press('Escape')
      await chooseMenu(app, 'settings')
      await page.getByRole('button', { name: 'Show keys…' }).click()
      await page.getByRole('button', { name: 'Copy my key' }).waitFor()
    }
  },
  ...AWAY_SCREENS,
  {
    name: 'trash',
    async go({ app, page }) {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /^All items/ }).click()
      await page.getByRole('row', { name: /Railway/ }).click()
      await chooseMenu(app, 'trash')
      await page.getByRole('button', { name: /^Trash/ }).click()
      await page.getByRole('row', { name: /Railway/ }).click()
    }
  },
  {
    name: 'purge',
    async go({ page }) {
      await page.getByRole('button', { name: /^Purge/ }).click()
      await page.getByRole('alertdialog').or(page.getByRole('dialog')).waitFor()
    }
  },
  {
    name: 'unlock',
    async go({ app, page }) {
      await page.keyboard.press('Escape')
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
  },
  {
    name: 'recovery',
    async go({ page }) {
      await page.getByRole('button', { name: 'Use the recovery phrase' }).click()
      await page.getByRole('textbox', { name: 'The 24 words' }).fill('abandon ability able')
    }
  },
  {
    name: 'damaged-vault',
    async go({ page, vaults, notes }) {
      await page.getByRole('button', { name: 'Back' }).click()
      await flipBit(join(vaults, 'Personal.coffer'), 0.5)
      await unlock(page, notes.get('password') ?? '')
      await page.getByRole('heading', { name: 'This file is damaged' }).waitFor()
    }
  }
]
