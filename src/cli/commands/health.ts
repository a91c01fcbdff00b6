import type { Command } from 'commander'
import type { HealthView } from '../../shared/health-views.ts'
import { seenText } from './breaches.ts'
import { date, oneLine, print, table } from '../output.ts'
import { withVault } from '../vault-access.ts'
import { openOptions, type VaultFlags } from '../vault-options.ts'

export function addHealth(program: Command): void {
  openOptions(program.command('health'))
    .description('what could be better: breached, weak, shared, old and expiring passwords, missing codes, duplicates')
    .action(health)
}

async function health(path: string, flags: VaultFlags): Promise<void> {
  await withVault(path, 'read', flags, async (session) => {
    const report = await session.health()
    print({ json: report, text: healthText(report) }, flags.json ?? false)
  })
}

/** The score, then a line for each finding: kind, title, why. */
export function healthText(report: HealthView): string {
  const titles = new Map(report.items.map(({ id, title }) => [id, oneLine(title)]))
  const titleOf = (id: string): string => titles.get(id) ?? id
  const findings = report.findings.map((finding) => [finding.kind, titleOf(finding.item), whyOf(finding)])
  const shared = report.shared.map(({ items, gain }) => ['shared', items.map(titleOf).join(', '), `+${gain}`])
  const duplicates = report.duplicates.map((ids) => ['duplicate', titleOf(ids[0] ?? ''), `${ids.length} items`])
  return [`${report.score} of 100`, table([...shared, ...findings, ...duplicates])]
    .filter((part) => part !== '')
    .join('\n')
}

function whyOf(finding: HealthView['findings'][number]): string {
  switch (finding.kind) {
    case 'breached':
      return seenText(finding.seen)
    case 'weak':
      return `${finding.bits} bits`
    case 'old':
      return `since ${date(finding.since)}`
    case 'expiring':
      return `ends ${date(finding.at)}`
    case 'noCode':
      return 'the site offers one'
  }
}
