import type { Page } from '@playwright/test'
import type { Input } from '../../src/shared/api.ts'

type NewItem = Input<'item.create'>

/** A login as the editor would make it. */
function login(title: string, username: string, url: string, password: string, tags: string[] = []): NewItem {
  const put = { change: 'put', section: '' } as const
  return {
    type: 'login',
    edit: {
      title,
      tags,
      fields: [
        { ...put, id: 'username', label: 'field.username', kind: 'text', concealed: false, order: 1, value: username },
        {
          ...put,
          id: 'password',
          label: 'field.password',
          kind: 'password',
          concealed: true,
          order: 2,
          value: password
        },
        { ...put, id: 'url', label: 'field.url', kind: 'url', concealed: false, order: 3, value: url }
      ]
    }
  }
}

/** People and passwords are made up. */
const SAMPLES: readonly NewItem[] = [
  login('Bookshop', 'mara@example.org', 'https://books.example.org', 'crane-Violin7-otter', ['Shopping']),
  login('City Library', '20418837', 'https://library.example.org', 'pebble.lantern.45', ['Home']),
  login('GitHub', 'maralind', 'https://github.com/login', 'tr0ub4dor&3-and-more', ['Work', 'Work/Code']),
  login('Mail', 'mara.lindqvist@example.org', 'https://mail.example.org', 'crane-Violin7-otter', ['Home']),
  login('Railway', 'mara@example.org', 'https://rail.example.org', 'crane-Violin7-otter', ['Travel']),
  login('Registry', 'mara-ci', 'https://registry.example.org', '9fT-Zp4_kQ8', ['Work', 'Work/Code'])
]

export async function addSampleItems(page: Page): Promise<void> {
  for (const item of SAMPLES) {
    const answer = await page.evaluate((input) => window.coffer.call('item.create', input), item)
    if (!answer.ok) throw new Error(`item.create: ${answer.code}`)
  }
}
