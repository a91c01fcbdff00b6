import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Canaries } from '../evidence/support/canary-vault.ts'
import { dice } from '../evidence/support/dice.ts'
import { missingMemory } from '../evidence/support/memory-search.ts'
import { lock } from './support/first-run.ts'
import type { CofferWindow } from './support/launch.ts'
import { type Found, hits, memoryOfAll } from './support/memory-of-all.ts'
import { expect, test } from './support/test.ts'

/** Evidence E14 asks for more of them, and for what was found. */
const CYCLES = Number(process.env['COFFER_MEMORY_CYCLES'] ?? 1)
const RESULT = process.env['COFFER_MEMORY_RESULT']
const SEED = Number(process.env['COFFER_SEED'] ?? 20_261_125)
const WORKER = join(import.meta.dirname, '../out/main/kdf-worker.js')

/** The engine's `using`, which Playwright hands to Node as it is. */
const isOldNode = Number(process.versions.node.split('.')[0]) < 24

test.skip(isOldNode, 'needs Node 24: it makes a vault with the sources of the engine')
test.skip(missingMemory() !== null, `needs to look into processes: ${missingMemory() ?? ''}`)

/** Made by this process: no part of the app and nothing that drives it has ever seen what is in the vault. */
async function openWithCanaries(
  start: (options: { readonly args: readonly string[] }) => Promise<CofferWindow>,
  folder: string
): Promise<CofferWindow & { readonly canaries: Canaries }> {
  const path = join(folder, 'vaults/my.coffer')
  const { makeCanaryVault } = await import('../evidence/support/canary-vault.ts')
  const canaries = await makeCanaryVault({ path, appFolder: join(folder, 'other'), workerFile: WORKER }, dice(SEED))
  return { canaries, ...(await start({ args: [path] })) }
}

/** Key by key: as one text it would be in what drives the page, too. */
async function typePassword(page: Page, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Master password' }).focus()
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row')).toHaveCount(12)
}

async function lookAtItems(page: Page): Promise<void> {
  for (let row = 0; row < 4; row++) {
    await page.getByRole('row').nth(row).click()
    await expect(page.getByRole('row').nth(row)).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('heading', { name: /^Canary-title/ })).toBeVisible()
  }
}

async function editTitle(page: Page): Promise<void> {
  await page.keyboard.press('Control+e')
  await page.getByRole('textbox', { name: 'Title' }).focus()
  await page.keyboard.press('End')
  await page.keyboard.type('x')
  await page.keyboard.press('Escape')
  await expect(page.getByText(/is changed/).first()).toBeVisible()
}

test('no process holds a value that was not revealed, and locking takes the rest', async ({ start, folder }) => {
  test.setTimeout(120_000 + CYCLES * 90_000)
  const { app, page, canaries } = await openWithCanaries(start, folder)
  const { password, master, values, shown, roots, keys } = canaries
  const all = [master, values, ...shown, ...roots, ...keys]
  const notOpen = (found: Found): void => {
    expect(hits(found, [values, ...roots])).toEqual([])
    expect(hits(found, keys, (kind) => kind !== 'vault')).toEqual([])
    // It crosses main sealed.
    expect(hits(found, [master], (kind) => kind === 'main')).toEqual([])
  }
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    await typePassword(page, password)
    await lookAtItems(page)
    const open = await memoryOfAll(app, all)
    // A search that does not find what must be there proves nothing.
    expect(hits(open, [...shown, master], (kind) => kind === 'renderer')).toHaveLength(3)
    expect(hits(open, keys, (kind) => kind === 'vault')).not.toEqual([])
    notOpen(open)
    await editTitle(page)
    const edited = await memoryOfAll(app, all)
    notOpen(edited)
    await lock(page)
    // What was on its way when the vault locked is given up a little later.
    await page.waitForTimeout(2500)
    const locked = await memoryOfAll(app, all)
    if (RESULT !== undefined) await appendFile(RESULT, `${JSON.stringify({ open, edited, locked })}\n`)
    expect(Object.keys(locked)).not.toContain('vault')
    expect(hits(locked, [values, ...roots, ...keys])).toEqual([])
    expect(hits(locked, [master], (kind) => kind !== 'browser')).toEqual([])
    expect(hits(locked, shown, (kind) => kind !== 'main' && kind !== 'browser')).toEqual([])
  }
})

test('after the lock neither the page nor a snapshot of its heap holds a title, a note or a value', async ({
  start,
  folder
}) => {
  const { page, canaries } = await openWithCanaries(start, folder)
  await typePassword(page, canaries.password)
  await lookAtItems(page)
  await page
    .getByRole('button', { name: /^Reveal/ })
    .first()
    .click()
  await expect(page.getByText(/^Canary-value/).first()).toBeVisible()
  expect(await heapSnapshot(page)).toContain('Canary-value')
  await lock(page)
  const left = [await page.content(), await heapSnapshot(page)]
  for (const text of left)
    for (const what of ['title', 'notes', 'value', 'master']) expect(text).not.toContain(`Canary-${what}`)
})

async function heapSnapshot(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page)
  const pieces: string[] = []
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => pieces.push(chunk))
  await devtools.send('HeapProfiler.takeHeapSnapshot')
  await devtools.detach()
  return pieces.join('')
}
