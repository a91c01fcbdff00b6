import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { sealedFor } from '../../../evidence/support/sealed-for.ts'
import { lock } from '../first-run.ts'
import { expect } from '../test.ts'
import { answerOpenDialog, answerSaveDialog } from '../user.ts'
import type { Plan } from './plan.ts'
import { unlockTyping } from './unlock-typing.ts'

type Opened = { readonly app: ElectronApplication; readonly page: Page }
type Step = readonly [what: string, run: () => Promise<unknown>]

/** A day's work in a minute, through the door that the page uses; what main is asked is what a person makes it be asked. */
export async function sessionSteps(
  { app, page }: Opened,
  { password }: Plan,
  folder: string
): Promise<readonly Step[]> {
  const files = { csv: join(folder, 'logins.csv'), big: join(folder, 'film.bin'), out: join(folder, 'out.json') }
  await mkdir(folder, { recursive: true })
  const logins = Array.from(
    { length: 10_000 },
    (_, index) => `Site ${index},https://site-${index}.example,mara,s3cret-${index},`
  )
  await writeFile(files.csv, ['name,url,username,password,note', ...logins].join('\r\n'))
  await writeFile(files.big, Buffer.alloc(200 * 2 ** 20, 'film'))
  return [
    ['unlock', () => unlockTyping(page, password).then(() => expect(page.getByRole('row').nth(3)).toBeVisible())],
    ['the first ten seconds of an open vault', () => page.waitForTimeout(10_000)],
    ['import of 10,000 logins', () => importing(app, page, files.csv)],
    ['export of all', () => exporting(app, page, files.out, password)],
    ['a backup', () => page.evaluate(() => window.coffer.call('backup.makeNow', undefined)).then(succeeded)],
    ['attaching 200 MB', () => attaching(app, page, files.big)],
    ['lock', () => lock(page)]
  ]
}

async function importing(app: ElectronApplication, page: Page, path: string): Promise<void> {
  await answerOpenDialog(app, path)
  const done = await page.evaluate(async () => {
    const chosen = await window.coffer.call('import.choose', undefined)
    if (!chosen.ok || chosen.value === null) return chosen
    const read = await window.coffer.call('import.read', { file: chosen.value.handle })
    return read.ok ? window.coffer.call('import.apply', { import: read.value.import }) : read
  })
  succeeded(done)
}

async function exporting(app: ElectronApplication, page: Page, path: string, masterPassword: string): Promise<void> {
  await answerSaveDialog(app, path)
  const prepare = () => page.evaluate(() => window.coffer.call('vault.prepare', undefined))
  const sealed = await sealedFor(prepare, masterPassword, 'vault.prepare')
  const request = { format: 'json', seal: {}, masterPassword: sealed } as const
  succeeded(await page.evaluate((asked) => window.coffer.call('export.write', asked), request))
}

async function attaching(app: ElectronApplication, page: Page, path: string): Promise<void> {
  await answerOpenDialog(app, path)
  const done = await page.evaluate(async () => {
    const query = { filter: { of: 'all' }, text: '', sort: 'title', descending: false, from: 0, count: 1 } as const
    const list = await window.coffer.call('list.query', query)
    const chosen = await window.coffer.call('attachment.choose', undefined)
    const [item, file] = [list.ok ? list.value.rows[0]?.id : undefined, chosen.ok ? chosen.value[0]?.handle : undefined]
    return window.coffer.call('attachment.add', { item: item ?? '', file: file ?? '' })
  })
  succeeded(done)
}

function succeeded(answer: { readonly ok: boolean; readonly code?: string }): void {
  expect(answer.ok, answer.code).toBe(true)
}
