import type { Page } from '@playwright/test'
import type { Input } from '../../src/shared/api.ts'
import { coffer as cli } from '../support/coffer-cli.ts'
import type { Screen } from './screens.ts'

const put = { change: 'put', section: '' } as const

/** Something that a team would ask about. */
const DEPLOY: Input<'item.create'> = {
  type: 'api',
  edit: {
    title: 'Deploy token',
    tags: ['Work'],
    fields: [
      { ...put, id: 'username', label: 'field.username', kind: 'text', concealed: false, order: 0, value: 'ci-deploy' },
      {
        ...put,
        id: 'secret',
        label: 'field.api-secret',
        kind: 'secret',
        concealed: true,
        order: 1,
        value: 'dpl_9fT4Zp4k'
      }
    ]
  }
}

const openDeploy = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^All items/ }).click()
  await page.getByRole('row', { name: /Deploy token/ }).click()
}

/** Who opened what: of one item, of the vault, and as a table. */
export const JOURNAL_SCREENS: readonly Screen[] = [
  {
    name: 'item-access',
    async go({ page, vaults, notes }) {
      const made = await page.evaluate((input) => window.coffer.call('item.create', input), DEPLOY)
      if (!made.ok) throw new Error(made.code)
      await page.reload()
      await openDeploy(page)
      await page.getByRole('button', { name: 'Reveal Secret' }).click()
      await page.getByRole('button', { name: 'Copy Secret' }).first().click()
      const args = ['read', 'Personal.coffer', 'coffer://Deploy%20token/secret']
      const { code, err } = await cli(vaults, args, [notes.get('password') ?? ''])
      if (code !== 0) throw new Error(err)
      await page.getByRole('button', { name: /^Last today/ }).click()
      await page.getByRole('dialog').getByRole('listitem').first().waitFor()
    }
  },
  {
    name: 'journal',
    async go({ page }) {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Journal', exact: true }).click()
      await page.getByRole('listitem').filter({ hasText: 'Deploy token' }).first().waitFor()
    }
  },
  {
    name: 'journal-save',
    async go({ page }) {
      await page.getByRole('button', { name: 'Save as CSV…' }).click()
      await page.getByText('The file is not encrypted').waitFor()
    }
  }
]
