import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { coffer as cli } from '../support/coffer-cli.ts'
import { answerOpenDialog, chooseMenu } from '../support/user.ts'
import type { Screen, TourStop } from './screens.ts'

const FROM_A_BROWSER = [
  'name,url,username,password,note',
  'Ferry,https://ferry.example.org,mara,tide-Lantern-five,',
  'Harbour,https://harbour.example.org,mara,nine-Gulls-1,"Berth 12,\npay in March"'
].join('\r\n')

/** What comes in from elsewhere, what was before, and what belongs to this computer. */
export const AWAY_SCREENS: readonly Screen[] = [
  {
    name: 'new-item',
    async go({ page }) {
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /^All items/ }).click()
      await page.getByRole('button', { name: /^New item/ }).click()
      await page.getByRole('menuitem', { name: 'Server', exact: true }).waitFor()
    }
  },
  {
    name: 'device-key',
    async go({ app, page }) {
      await page.keyboard.press('Escape')
      await chooseMenu(app, 'settings')
      await page.getByRole('button', { name: 'Turn on…' }).click()
      await page.getByRole('dialog').waitFor()
    }
  },
  {
    name: 'import',
    async go({ app, page, vaults }) {
      await page.keyboard.press('Escape')
      await writeFile(join(vaults, 'Passwords.csv'), FROM_A_BROWSER)
      await answerOpenDialog(app, join(vaults, 'Passwords.csv'))
      await chooseMenu(app, 'import')
      await page.getByRole('button', { name: 'Choose a file…' }).waitFor()
    }
  },
  {
    name: 'import-preview',
    async go({ page }) {
      await page.getByRole('button', { name: 'Choose a file…' }).click()
      await page.getByRole('button', { name: 'Import 2 items' }).waitFor()
    }
  },
  {
    name: 'import-receipt',
    async go({ page }) {
      await page.getByRole('button', { name: 'Import 2 items' }).click()
      await page.getByRole('heading', { name: '2 items came in' }).waitFor()
    }
  },
  {
    name: 'time-machine',
    async go({ app, page }) {
      await chooseMenu(app, 'timeMachine')
      await page
        .getByRole('button', { name: /^Today/ })
        .first()
        .click()
      await page.getByText(/Compared with now/).waitFor()
    }
  },
  {
    name: 'merge-review',
    async go(stop) {
      const { app, page } = stop
      await answerOpenDialog(app, await changedCopy(stop))
      await chooseMenu(app, 'openCopy')
      await page.getByRole('radiogroup').first().waitFor()
    }
  }
]

/** A copy in which somebody else has changed what is changed here too, and added something. */
async function changedCopy({ page, vaults, notes }: TourStop): Promise<string> {
  const copy = join(vaults, 'From the laptop.coffer')
  await copyFile(join(vaults, 'Personal.coffer'), copy)
  for (const args of [
    ['edit', copy, 'Mail', '--set', 'username=mara@laptop.example.org'],
    ['add', copy, '--type', 'note', '--title', 'Locker', '--note', 'Row four, left']
  ]) {
    const { code, err } = await cli(vaults, args, [notes.get('password') ?? ''])
    if (code !== 0) throw new Error(err)
  }
  await rename(page, 'Mail', 'mara@desk.example.org')
  return copy
}

/** Gives an item another user name through the window's own door. */
async function rename(page: Page, title: string, value: string): Promise<void> {
  await page.evaluate(
    async ([text, username]) => {
      const ask = { filter: { of: 'all' }, text, sort: 'title', descending: false, from: 0, count: 1 } as const
      const list = await window.coffer.call('list.query', ask)
      const id = list.ok ? (list.value.rows[0]?.id ?? '') : ''
      const item = await window.coffer.call('item.get', { item: id })
      if (!item.ok) throw new Error(item.code)
      const field = {
        id: 'username',
        label: 'field.username',
        kind: 'text',
        concealed: false,
        section: '',
        order: 1
      } as const
      const edit = { fields: [{ change: 'put' as const, ...field, value: username }] }
      const done = await window.coffer.call('item.edit', { item: id, expected: item.value.revision, edit })
      if (!done.ok) throw new Error(done.code)
    },
    [title, value] as const
  )
}
