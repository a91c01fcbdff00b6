import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'

/** The rules whose answer a theme can change; what a screen says and how it is built is the same in both. */
export const OF_COLOUR = ['color-contrast', 'link-in-text-block'] as const

declare global {
  interface Window {
    /** Once it has been put into the page. */
    axe?: { run(of: Document, options: RunOptions): Promise<AxeResults> }
  }
}

/** What axe finds wrong on the screen as it stands: a rule and where it is broken, one line each; by default of all rules. */
export async function axeViolations(page: Page, rules: readonly string[] = []): Promise<readonly string[]> {
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(AXE)
  const { violations, ran } = await page.evaluate(async (only) => {
    const some = only.length === 0 ? {} : { runOnly: { type: 'rule' as const, values: [...only] } }
    const results = await window.axe?.run(document, { resultTypes: ['violations'], ...some })
    return { violations: results?.violations ?? [], ran: results?.passes.length ?? 0 }
  }, rules)
  // Of an empty page there is nothing to complain of either.
  if (ran < (rules.length === 0 ? 10 : 1) && violations.length === 0) throw new Error(`axe saw only ${ran} rules hold`)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`)
  )
}

/** Put in once for each page, where the builder of @axe-core/playwright sends half a megabyte for each look. */
const require = createRequire(import.meta.url)
const AXE = readFileSync(createRequire(require.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8')
