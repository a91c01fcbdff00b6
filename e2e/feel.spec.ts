import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { ElectronApplication, Page } from '@playwright/test'
import { longestInMain, watchMain } from './support/feel/main-watch.ts'
import { type Figure, median, p95, plan, type Plan, report } from './support/feel/plan.ts'
import { probe } from './support/feel/probe.ts'
import { processTime } from './support/feel/process-time.ts'
import { sessionSteps } from './support/feel/session-steps.ts'
import { unlockTyping as unlock } from './support/feel/unlock-typing.ts'
import { lock } from './support/first-run.ts'
import { expect, test } from './support/test.ts'

const SKIPPED = 'needs the vault that `npm run bench -- page` makes'
const TYPED = ['kestrel', 'alder br', 'stone-77', 'willow.', 'umber 4', 'o', 'metro north', 'gas 12']
/** As a person opens a vault again and again: its process is new each time. */
const UNLOCKS = 5

test.describe.configure({ mode: 'serial', timeout: 300_000 })

test('how it feels on a large vault is measured (skipped: only `npm run bench -- page` brings one)', async ({
  start
}) => {
  test.skip(plan === null, SKIPPED)
  if (plan === null) return
  const size = `${plan.count.toLocaleString('en')} items`
  const large = plan.count > 50_000
  const { app, page } = await start({ args: [plan.path] })
  const firstPaint = await paintedFirst(app, page)
  const opened = await unlocking(page, plan)
  await page.waitForTimeout(large ? 5000 : 1500)
  const typed = await typing(page)
  const selected = await selecting(page)
  const scrolled = await page.evaluate(() => window.feel.scroll())
  const saved = await page.evaluate(() => window.feel.save(40))
  const nothing = await page.evaluate(() => window.feel.nothing())
  await report(plan.results, [
    ...firstPaint,
    {
      what: 'one letter painted by a page that does nothing else, p95: the share of this machine',
      value: p95(nothing),
      goal: null
    },
    ...opened,
    { what: `key to painted result, ${size}, p95 of ${typed.length}`, value: p95(typed), goal: large ? 100 : 50 },
    { what: `select an item to painted detail, ${size}, p95 of ${selected.length}`, value: p95(selected), goal: 50 },
    { what: `autosave acknowledged in the page, ${size}, p95 of ${saved.length}`, value: p95(saved), goal: 100 },
    { what: `longest frame while scrolling, ${size}`, value: scrolled, goal: 50 }
  ])
})

test('what the app does while nobody does anything is measured (skipped likewise)', async ({ start }) => {
  test.skip(plan === null, SKIPPED)
  if (plan === null) return
  const { app, page } = await start({ args: [plan.path] })
  await unlock(page, plan.password)
  await expect(page.getByRole('row').nth(3)).toBeVisible()
  // Every frame is verified and a backup made first: that is work, not idling.
  await page.waitForTimeout(plan.count > 50_000 ? 40_000 : 15_000)
  const pid = app.process().pid ?? 0
  const seconds = 20
  const before = await processTime(pid)
  await setTimeout(seconds * 1000)
  const after = await processTime(pid)
  if (before === null || after === null) return
  const what = `processor time of all processes while unlocked and idle, ${plan.count.toLocaleString('en')} items, of one core`
  await report(plan.results, [{ what, value: (after - before) / seconds / 10, goal: 2, unit: '%' }])
})

test('how long main is busy at a time is measured (skipped likewise)', async ({ start, vaults }) => {
  test.skip(plan === null || plan.count > 50_000, SKIPPED)
  if (plan === null) return
  const path = join(vaults, 'Mara.coffer')
  await copyFile(plan.path, path)
  const { app, page } = await start({ args: [path] })
  await page.getByRole('textbox', { name: 'Master password' }).waitFor()
  await watchMain(app)
  const figures: Figure[] = []
  const steps = await sessionSteps({ app, page }, plan, vaults)
  for (const [what, run] of steps) {
    await run()
    const { computed, passed } = await longestInMain(app)
    figures.push({
      what: `main without a pause: ${what} (${passed.toFixed(0)} ms on the wall)`,
      value: computed,
      goal: 50
    })
  }
  await report(plan.results, figures)
})

/** Which comes first: something to see, or the process that holds keys. */
async function paintedFirst(app: ElectronApplication, page: Page): Promise<Figure[]> {
  await page.getByRole('textbox', { name: 'Master password' }).waitFor()
  const vaultProcesses = await app.evaluate(
    (electron) => electron.app.getAppMetrics().filter(({ name }) => name === 'Coffer Vault').length
  )
  const begun = await app.evaluate(() => performance.timeOrigin)
  const painted = await page.evaluate(
    () => performance.timeOrigin + (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN)
  )
  return [
    { what: 'from the start of main to the first paint', value: painted - begun, goal: null },
    { what: 'vault processes that run once the page is painted', value: vaultProcesses, goal: 0, unit: '' }
  ]
}

/** Unlocks as a person does, and types at once. */
async function unlocking(page: Page, { count, kdf, password }: Plan): Promise<Figure[]> {
  const [unlocked, firstKeys]: [number[], number[]] = [[], []]
  for (let round = 0; round < UNLOCKS; round++) {
    // Every lock begins the page anew.
    await probe(page)
    await page.evaluate(() => window.feel.arm('submit', '[role="grid"] [role="row"]', 4))
    await unlock(page, password)
    unlocked.push((await page.evaluate(() => window.feel.armed)) - kdf)
    await page.evaluate(() => window.feel.arm('input', '[role="grid"] mark', 1))
    await page.getByRole('combobox', { name: 'Search' }).press('k')
    firstKeys.push(await page.evaluate(() => window.feel.armed))
    await page.waitForTimeout(500)
    if (round < UNLOCKS - 1) await lock(page)
  }
  const size = `${count.toLocaleString('en')} items`
  const [first = Number.NaN, ...later] = unlocked
  // The goal is one for 10,000 items.
  const goal = count > 50_000 ? null : 300
  return [
    { what: `unlock to painted list, ${size}, on top of Argon2id, first of this start`, value: first, goal },
    {
      what: `unlock to painted list, ${size}, on top of Argon2id, median of ${later.length} more`,
      value: median(later),
      goal
    },
    {
      what: `first key typed as soon as the list is painted, ${size}, slowest of ${firstKeys.length}`,
      value: Math.max(...firstKeys),
      goal: 100
    }
  ]
}

async function typing(page: Page): Promise<number[]> {
  const search = page.getByRole('combobox', { name: 'Search' })
  await search.fill('')
  await page.waitForTimeout(200)
  await page.evaluate(() => window.feel.painted('input'))
  for (const text of TYPED) {
    for (const key of text) {
      await search.press(key)
      await page.waitForTimeout(60)
    }
    await search.fill('')
    await page.waitForTimeout(60)
  }
  return page.evaluate(() => window.feel.painted('input'))
}

async function selecting(page: Page): Promise<number[]> {
  await page.evaluate(() => window.feel.painted('click'))
  for (let index = 0; index < 12; index++) {
    await page.getByRole('row').nth(index).click()
    await page.waitForTimeout(80)
  }
  return page.evaluate(() => window.feel.painted('click'))
}
