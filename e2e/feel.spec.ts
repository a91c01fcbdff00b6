import { readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { unlock } from './support/first-run.ts'
import { expect, test } from './support/test.ts'

/** A vault that `npm run bench -- page` made, and where it wants the figures. */
type Plan = {
  readonly path: string
  readonly count: number
  readonly password: string
  /** What Argon2id took a moment ago, in milliseconds. */
  readonly kdf: number
  readonly results: string
}

/** A goal in milliseconds, or null for what only explains the others. */
type Figure = { readonly what: string; readonly value: number; readonly goal: number | null }

const place = process.env['COFFER_FEEL']
const plan = place === undefined ? null : (JSON.parse(readFileSync(place, 'utf8')) as Plan)

const TYPED = ['kestrel', 'alder br', 'stone-77', 'willow.', 'umber 4', 'o', 'metro north', 'gas 12']

test('how it feels on a large vault is measured (skipped: only `npm run bench -- page` brings one)', async ({
  start
}) => {
  test.skip(plan === null, 'needs the vault that `npm run bench -- page` makes')
  if (plan === null) return
  const size = `${plan.count.toLocaleString('en')} items`
  const large = plan.count > 50_000
  const { page } = await start({ args: [plan.path] })
  const rows = page.getByRole('row')
  await page.getByRole('textbox', { name: 'Master password' }).waitFor()
  await probe(page)

  await unlock(page, plan.password)
  await expect(rows.nth(3)).toBeVisible()
  const unlocked = await page.evaluate(() => window.feel.since('unlock'))
  await page.waitForTimeout(large ? 5000 : 1500)

  const search = page.getByRole('combobox', { name: 'Search' })
  await search.focus()
  for (const text of TYPED) {
    for (const key of text) {
      await search.press(key)
      await page.waitForTimeout(60)
    }
    await search.fill('')
    await page.waitForTimeout(60)
  }
  const typed = await page.evaluate(() => window.feel.painted('input'))

  for (let index = 0; index < 12; index++) {
    await rows.nth(index).click()
    await page.waitForTimeout(80)
  }
  const selected = await page.evaluate(() => window.feel.painted('click'))

  const scrolled = await page.evaluate(() => window.feel.scroll())
  const nothing = await page.evaluate(() => window.feel.nothing())
  await report(plan.results, [
    {
      what: 'one letter painted by a page that does nothing else, p95: the share of this machine',
      value: p95(nothing),
      goal: null
    },
    { what: `unlock to painted list, ${size}, on top of Argon2id`, value: unlocked - plan.kdf, goal: 300 },
    { what: `key to painted result, ${size}, p95 of ${typed.length}`, value: p95(typed), goal: large ? 100 : 50 },
    { what: `select an item to painted detail, ${size}, p95 of ${selected.length}`, value: p95(selected), goal: 50 },
    { what: `longest frame while scrolling, ${size}`, value: scrolled, goal: 50 }
  ])
})

declare global {
  interface Window {
    feel: {
      /** Milliseconds from the last such event to the last change of the page. */
      since(kind: 'unlock'): number
      /** For each event of this kind, milliseconds to the frame behind the last change that it made. */
      painted(kind: 'input' | 'click'): number[]
      /** Milliseconds to a painted letter, forty times. */
      nothing(): Promise<number[]>
      /** Scrolls the list down for a second; the longest time between two frames. */
      scroll(): Promise<number>
    }
  }
}

/** Measures in the page, where the way of a key through Playwright does not count. */
async function probe(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: Record<string, number[]> = { input: [], click: [], unlock: [] }
    let open: { kind: string; at: number; painted: number } | null = null
    const begin = (kind: string) => (event: Event) => {
      end()
      open = { kind, at: event.timeStamp, painted: 0 }
    }
    const end = (): void => {
      if (open !== null && open.painted > 0) times[open.kind]?.push(open.painted - open.at)
      open = null
    }
    document.addEventListener('input', begin('input'), true)
    document.addEventListener('click', begin('click'), true)
    document.addEventListener('submit', begin('unlock'), true)
    new MutationObserver(() => {
      const mine = open
      // Behind the frame in which the change is painted comes a task: then it is on the screen.
      requestAnimationFrame(() => setTimeout(() => mine !== null && (mine.painted = performance.now())))
    }).observe(document, { subtree: true, childList: true, characterData: true })
    window.feel = {
      since: (kind) => (end(), times[kind]?.at(-1) ?? Number.NaN),
      painted: (kind) => (end(), (times[kind] ?? []).splice(0)),
      async nothing() {
        const letter = document.body.appendChild(document.createElement('i'))
        const waits: number[] = []
        for (let turn = 0; turn < 40; turn++) {
          const begun = performance.now()
          letter.textContent = String(turn)
          await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
          waits.push(performance.now() - begun)
        }
        letter.remove()
        return waits
      },
      async scroll() {
        const list = document.querySelector('[role="grid"]')
        const frames: number[] = []
        for (let frame = 0; frame < 60; frame++) {
          const at = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
          frames.push(at)
          list?.dispatchEvent(new WheelEvent('wheel', { deltaY: 400, bubbles: true }))
          scrollerOf(list)?.scrollBy(0, 400)
        }
        return Math.max(...frames.slice(1).map((at, index) => at - (frames[index] ?? at)))
      }
    }
    const scrollerOf = (element: Element | null): Element | null =>
      element === null || element.scrollHeight > element.clientHeight ? element : scrollerOf(element.parentElement)
  })
}

function p95(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? Number.NaN
}

async function report(results: string, figures: readonly Figure[]): Promise<void> {
  const before = JSON.parse(await readFile(results, 'utf8')) as unknown[]
  await writeFile(results, JSON.stringify([...before, ...figures]))
}
