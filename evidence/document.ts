import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readJson, readKept, ROOT, type RowResult } from './results.ts'
import type { Row } from './row.ts'
import { ROWS } from './rows.ts'

/** EVIDENCE.md from what is in evidence/results; a test sees to it that nobody writes in it by hand. */
export function documentText(): string {
  return [HEAD, table(), ...ROWS.map(section), mutation(), coverage(), peers()].join('\n')
}

export async function writeDocument(): Promise<void> {
  writeFileSync(join(ROOT, 'EVIDENCE.md'), documentText())
}

const HEAD = `# Evidence

Each promise of [SECURITY.md](SECURITY.md) and of [docs/FORMAT.md](docs/FORMAT.md) has a program that tries to break it. This
page is written by \`npm run evidence\` from \`evidence/results\` and never by hand.

    npm run evidence                      every row, the full form; hours
    npm run evidence -- E5 --seed 7       one row, on a seed
    npm run evidence -- --short           the short forms, which \`npm test\` runs too, on a fixed and a fresh seed
    npm run evidence -- E1 --minutes 30   as much as fits in the time

A try that breaks the promise is told with what it takes to repeat it. The largest run on record is shown; where it is less
than the full form, the table says so. A commit with a plus had changes that were not committed yet.
`

const number = (value: number): string => value.toLocaleString('en')

function table(): string {
  const rows = ROWS.map((row) => {
    const kept = readKept(row.id)
    const missing = kept === null ? '**not run**' : ''
    const run = kept?.largest
    const cells =
      run === undefined
        ? [missing, '', '', '']
        : [
            `${number(run.tried)} ${row.unit}`,
            failedText(run),
            number(Math.round(run.seconds)),
            run.complete ? 'full' : 'part'
          ]
    return `| [${row.id}](#${row.id.toLowerCase()}) | ${row.claim} | ${cells.join(' | ')} |`
  })
  return [
    '| | promise | tried | failed | seconds | form |',
    '| --- | --- | ---: | ---: | ---: | --- |',
    ...rows,
    ''
  ].join('\n')
}

const failedText = ({ failed }: RowResult): string => (failed === 0 ? '0' : `**${number(failed)}**`)

function section(row: Row): string {
  const kept = readKept(row.id)
  const lines = [`## ${row.id}`, '', `${row.claim} Target: ${row.target}.`, '']
  if (row.letsPass !== undefined) lines.push(`Not counted as a failure: ${row.letsPass}.`, '')
  if (kept === null) return [...lines, 'Not run yet: there is no result on record.', ''].join('\n')
  const { largest, latest } = kept
  lines.push(...runLines(row, largest))
  if (latest.date !== largest.date || latest.seed !== largest.seed || latest.tried !== largest.tried) {
    lines.push(
      '',
      `Run last: ${number(latest.tried)} ${row.unit}, ${number(latest.failed)} failed (seed ${latest.seed}, commit ${latest.commit}, ${latest.date}).`
    )
  }
  return [...lines, ''].join('\n')
}

function runLines(row: Row, run: RowResult): readonly string[] {
  const form = run.complete
    ? 'The full form.'
    : `Less than the full form of ${number(row.scales.full)} ${row.unit}: the largest run so far.${hours(row, run)}`
  return [
    `    npm run evidence -- ${row.id} --seed ${run.seed} --scale ${run.scale}`,
    '',
    `${number(run.tried)} ${row.unit} tried, ${number(run.failed)} failed, ${number(run.seconds)} s. ${form}`,
    ...run.notes.map((note) => `- ${note}`),
    '',
    `Commit ${run.commit}, Node ${run.node}, ${run.host}, ${run.date}.`
  ]
}

/** At the pace of this run. */
function hours(row: Row, run: RowResult): string {
  const whole = (row.scales.full / run.tried) * run.seconds
  return whole < 3600 ? '' : ` The full form would take about ${(whole / 3600).toFixed(1)} hours.`
}

type Folder = { readonly folder: string; readonly text: string }

function mutation(): string {
  const kept = readJson('mutation') as readonly Folder[] | null
  const lines = kept?.map(({ folder, text }) => `- \`${folder}\`: ${text}`) ?? ['Not run yet.']
  return [
    '## Mutation testing',
    '',
    'Stryker, `npm run mutation`; at least 90 % of the mutants are to be killed. Mutants that act only while a module is',
    'loaded are left out, and so are tests that sweep over every bit, which could only kill more.',
    '',
    ...lines,
    ''
  ].join('\n')
}

function coverage(): string {
  const kept = readJson('coverage') as readonly Folder[] | null
  const lines = kept?.map(({ folder, text }) => `- \`${folder}\`: ${text}`) ?? ['Not measured yet.']
  return ['## Branch coverage', '', 'Of the unit tests; at least 98 % of branches.', '', ...lines, ''].join('\n')
}

function peers(): string {
  const kept = readJson('peers') as { readonly lines: readonly string[] } | null
  return ['## Beside KeePassXC', '', ...(kept?.lines ?? ['Not run yet.']), ''].join('\n')
}
