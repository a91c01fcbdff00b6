import type { Command } from 'commander'
import { VaultError, type VaultErrorCode } from '../../core/errors.ts'
import type { BreachResult } from '../../shared/breach-views.ts'
import type { HealthView } from '../../shared/health-views.ts'
import { EXIT } from '../exit-code.ts'
import { oneLine, print, table } from '../output.ts'
import { withVault } from '../vault-access.ts'
import { openOptions, type VaultFlags } from '../vault-options.ts'

type BreachFlags = VaultFlags & { readonly file: string }

export function addBreaches(program: Command): void {
  openOptions(program.command('breaches'))
    .description('look for the passwords of a vault in a downloaded list of breached ones; makes no request')
    .requiredOption('--file <path>', 'the list: one file sorted by hash, or a folder of ranges')
    .action(breaches)
}

async function breaches(path: string, flags: BreachFlags): Promise<void> {
  await withVault(path, 'write', flags, async (session) => {
    const result = await session.checkBreachFile(flags.file)
    const found = breachedOf(await session.health())
    print({ json: { ...countsOf(result), findings: found }, text: breachesText(result, found) }, flags.json ?? false)
    if (result.trouble !== null) throw troubleError(result.trouble)
    if (found.length > 0) process.exitCode = EXIT.found
  })
}

export type BreachedLine = {
  readonly item: string
  readonly title: string
  readonly field: string
  readonly seen: number
}

/** What the user has not let go; the password itself is in none of it. */
export function breachedOf({ findings, items }: HealthView): readonly BreachedLine[] {
  const titles = new Map(items.map(({ id, title }) => [id, title]))
  return findings.flatMap((finding) =>
    finding.kind === 'breached'
      ? [{ item: finding.item, title: titles.get(finding.item) ?? '', field: finding.field, seen: finding.seen }]
      : []
  )
}

const countsOf = ({ checked, found, left }: BreachResult) => ({ checked, found, left })

export function breachesText(result: BreachResult, found: readonly BreachedLine[]): string {
  const lines = found.map(({ item, title, field, seen }) => [oneLine(title) || item, field, seenText(seen)])
  const ignored = result.found - found.length
  return [
    `${result.checked === 1 ? '1 password' : `${result.checked} passwords`} looked for, ${result.found} in known breaches${ignored > 0 ? ` (${ignored} ignored)` : ''}.`,
    ...(result.left > 0
      ? [`${result.left === 1 ? '1 password was' : `${result.left} passwords were`} not reached.`]
      : []),
    ...(lines.length > 0 ? [table(lines)] : [])
  ].join('\n')
}

export const seenText = (seen: number): string =>
  seen < 10 ? 'seen fewer than 10 times' : `seen ${seen.toLocaleString('en')} times or more`

function troubleError({ code, why }: NonNullable<BreachResult['trouble']>): VaultError {
  // It was one of the engine's before it became a part of the answer.
  return new VaultError(code as VaultErrorCode, why === undefined ? {} : { why })
}
