import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { builtScript } from '../src/vault/kdf/test-support/built-script.ts'
import { documentText } from './document.ts'
import { freshSeed, runRow } from './run-row.ts'
import { ROWS } from './rows.ts'

const FIXED_SEED = 20_261_125
/** A row that takes longer ends with what it has tried: the short forms together stay within a minute. */
const MINUTES = 0.1
const fresh = Number(process.env['COFFER_SEED'] ?? freshSeed())
const SEEDS = [
  ['a fixed', FIXED_SEED],
  ['a fresh', fresh]
] as const

describe.each(ROWS)('$id', (row) => {
  const missing = row.missing?.() ?? null
  const why = missing === null ? '' : ` (skipped: ${missing})`
  for (const [name, seed] of SEEDS.slice(0, row.seedless ? 1 : undefined)) {
    test.skipIf(missing !== null)(
      `${row.claim} On ${name} seed, ${seed}${why}`,
      async () => {
        const script = async (name: string) =>
          builtScript(name === 'kdf-worker' ? 'src/vault/kdf/kdf-worker.ts' : `evidence/children/${name}.ts`)
        const outcome = await runRow(row, { seed, scale: row.scales.short, minutes: MINUTES, script })
        expect(outcome.notes.filter((note) => note.startsWith('FAILED'))).toEqual([])
        expect(outcome.failed).toBe(0)
        expect(outcome.tried).toBeGreaterThan(0)
      },
      60_000
    )
  }
})

test('EVIDENCE.md is what the results say', () => {
  expect(readFileSync(join(import.meta.dirname, '../EVIDENCE.md'), 'utf8')).toBe(documentText())
})
