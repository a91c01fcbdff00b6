import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeDocument } from './document.ts'
import { keepResult, type RowResult, whereRun } from './results.ts'
import { freshSeed, runRow } from './run-row.ts'
import type { Outcome, Row } from './row.ts'
import { ROWS } from './rows.ts'

const FIXED_SEED = 20_261_125
const NO_LIMIT = 1e6

/** `npm run evidence [-- E5 E6] [--short] [--seed N] [--scale N] [--minutes N]`; `-- document` only writes EVIDENCE.md. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      short: { type: 'boolean', default: false },
      seed: { type: 'string' },
      scale: { type: 'string' },
      minutes: { type: 'string' },
      child: { type: 'boolean', default: false }
    }
  })
  if (values.child) return inChild(positionals, values)
  const asked = positionals.map((name) => name.toUpperCase())
  const known = ROWS.map(({ id }) => id)
  const unknown = asked.filter((id) => id !== 'DOCUMENT' && !known.includes(id))
  if (unknown.length > 0) throw new Error(`No such row: ${unknown.join(' ')}. There are ${known.join(' ')}.`)
  for (const row of ROWS.filter(({ id }) => asked.length === 0 || asked.includes(id))) {
    const scale = Number(values.scale ?? (values.short ? row.scales.short : row.scales.full))
    const seed = Number(values.seed ?? (values.short ? FIXED_SEED : freshSeed()))
    const result = await tryRow(row, { seed, scale, minutes: values.minutes ?? String(NO_LIMIT) })
    if (result === null) continue
    if (result.failed > 0) process.exitCode = 1
    keepResult(result)
  }
  await writeDocument()
}

type Asked = { readonly seed: number; readonly scale: number; readonly minutes: string }

async function tryRow(row: Row, { seed, scale, minutes }: Asked): Promise<RowResult | null> {
  const missing = row.missing?.() ?? null
  if (missing !== null) {
    process.stdout.write(`${row.id}  not run here: ${missing}\n`)
    return null
  }
  process.stdout.write(`${row.id}  ${row.claim}\n    seed ${seed}, scale ${scale}\n`)
  // What is tried is what was built, whatever is committed meanwhile.
  const where = whereRun()
  const begun = performance.now()
  const outcome = await inProcessOfItsOwn(row, { seed, scale, minutes })
  const seconds = Math.round((performance.now() - begun) / 100) / 10
  process.stdout.write(`    ${outcome.tried} ${row.unit}, ${outcome.failed} failed, ${seconds} s\n`)
  for (const note of outcome.notes) process.stdout.write(`    ${note}\n`)
  const complete = scale >= row.scales.full && seconds < Number(minutes) * 60
  return { id: row.id, seed, scale, seconds, complete, ...outcome, ...where }
}

/** A row that kills, leaks or takes all memory does it to its own process. */
async function inProcessOfItsOwn(row: Row, { seed, scale, minutes }: Asked): Promise<Outcome> {
  const args = ['--child', row.id, '--seed', String(seed), '--scale', String(scale), '--minutes', minutes]
  const child = fork(process.argv[1] ?? '', args, { execArgv: ['--expose-gc'] })
  let outcome: Outcome | null = null
  child.on('message', (message) => {
    const { done, ended } = message as { readonly done?: number; readonly ended?: Outcome }
    if (done !== undefined) process.stdout.write(`    … ${done.toLocaleString('en')}\n`)
    if (ended !== undefined) outcome = ended
  })
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  return outcome ?? { tried: 1, failed: 1, notes: [`FAILED the row's process ended with ${code ?? signal}`] }
}

async function inChild(
  [id]: readonly string[],
  values: { readonly seed?: string; readonly scale?: string; readonly minutes?: string }
): Promise<void> {
  const row = ROWS.find((each) => each.id === id)
  if (row === undefined) throw new Error(`No such row: ${id}`)
  const ended = await runRow(row, {
    seed: Number(values.seed),
    scale: Number(values.scale),
    minutes: Number(values.minutes),
    script: async (name) => join(import.meta.dirname, `${name}.js`),
    onProgress: (done) => process.send?.({ done })
  })
  process.send?.({ ended }, () => process.exit(0))
}

await main()
