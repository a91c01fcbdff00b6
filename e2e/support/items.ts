import type { Page } from '@playwright/test'

type LoginText = {
  readonly title: string
  readonly username?: string
  readonly password?: string
  readonly url?: string
  readonly tags?: readonly string[]
}

const field = (id: string, kind: 'text' | 'password' | 'url', value: string, order: number) =>
  ({
    ...({ change: 'put', id, label: `field.${id}`, kind, section: '', order, value } as const),
    concealed: kind === 'password'
  }) as const

/** Logins, put in through the app's own door: faster than typing them, and no less real. */
export async function addLogins(page: Page, logins: readonly LoginText[]): Promise<void> {
  const edits = logins.map(({ title, username = '', password = '', url = '', tags = [] }) => ({
    title,
    tags: [...tags],
    fields: [
      field('username', 'text', username, 0),
      field('password', 'password', password, 1),
      field('url', 'url', url, 2)
    ]
  }))
  await page.evaluate(async (all) => {
    for (const edit of all) {
      const made = await window.coffer.call('item.create', { type: 'login', edit })
      if (!made.ok) throw new Error(made.code)
    }
  }, edits)
  await page.reload()
}
