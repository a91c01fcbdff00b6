import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds wrong on the screen as it stands: a rule and where it is broken, one line each. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // In one page: Electron has no second one to be opened for the report.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`)
  )
}
