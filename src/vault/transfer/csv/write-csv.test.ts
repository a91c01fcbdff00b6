import * as fc from 'fast-check'
import papaparse from 'papaparse'
import { describe, expect, test } from 'vitest'
import { anyItem, anyText, anyVault } from '../test-support/any-vault.ts'
import { exported, textOf } from '../test-support/exported.ts'
import { field, login } from '../test-support/items.ts'
import type { TransferItem } from '../transfer-vault.ts'
import { isFormula } from './csv-cells.ts'
import { CSV_HEADER, csvRow, otpauthLink } from './csv-row.ts'
import { type CsvMode, writeCsv } from './write-csv.ts'

const write = async (items: readonly TransferItem[], mode: CsvMode) => {
  const { bytes, losses } = await exported({ items }, writeCsv(mode))
  const counts = Object.fromEntries(losses.map(({ what, count }) => [what, count]))
  const { data } = papaparse.parse<string[]>(textOf(bytes).replace(/^\ufeff/, ''), { skipEmptyLines: true })
  return { rows: data, counts, text: textOf(bytes) }
}

describe('a CSV file', () => {
  test('exact, gives back every cell as it was, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyVault, async ({ items }) => {
        const { rows } = await write(items, 'exact')
        const kept = items.filter(({ trashedAt }) => trashedAt === null)
        const ignore = { lost: () => {}, losses: () => [] }
        expect(rows).toEqual([[...CSV_HEADER], ...kept.map((item) => csvRow(item, ignore))])
      }),
      { numRuns: 200 }
    )
  })

  test('safe, begins no cell like a formula, and counts what it changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyItem, { maxLength: 3 }), async (items) => {
        const exact = await write(items, 'exact')
        const safe = await write(items, 'safe')
        expect(safe.rows.flat().filter(isFormula)).toEqual([])
        expect(safe.counts['prefixedCells'] ?? 0).toBe(exact.rows.flat().filter(isFormula).length)
      }),
      { numRuns: 200 }
    )
  })

  test('has no cell that a spreadsheet would run', async () => {
    const values = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1']
    const { rows } = await write(
      values.map((value) => login([field('password', value)])),
      'safe'
    )
    expect(rows.slice(1).map((row) => row[3])).toEqual(values.map((value) => `'${value}`))
  })

  test('has a login in its columns and everything else in the notes', async () => {
    const item = login([
      field('username', 'mara'),
      field('password', 'a"b,c\nd', { concealed: true, kind: 'password' }),
      field('url', 'https://one', { kind: 'url' }),
      field('url-2', 'https://two', { kind: 'url', label: 'Admin' }),
      field('otp', 'JBSWY3DPEHPK3PXP', { kind: 'otp', concealed: true }),
      field('card-code', '123'),
      field('own', 'x', { label: 'valueOf' }),
      field('notes', 'line one\nline two', { kind: 'multiline' })
    ])
    const { rows, counts } = await write([item], 'exact')
    expect(rows[1]).toEqual([
      'GitHub',
      'https://one',
      'mara',
      'a"b,c\nd',
      'otpauth://totp/GitHub?secret=JBSWY3DPEHPK3PXP',
      'line one\nline two\nAdmin: https://two\nSecurity code: 123\nvalueOf: x',
      'a;b',
      'true',
      'false'
    ])
    expect(counts).toEqual({ moreAddresses: 1, extraFields: 2, labels: 1 })
  })

  test('counts what it cannot carry', async () => {
    const older = [{ at: null, value: 'x' }]
    const items = [
      login([field('password', 'p', { history: older, section: 'More' })], {
        createdAt: 1,
        tags: ['a;b'],
        type: 'wifi'
      }),
      login([field('username', 'u')], { attachments: [{ name: 'a', mediaType: '', bytes: new Uint8Array(1) }] }),
      login([field('notes', 'no login any more', { kind: 'multiline' })]),
      login([], { trashedAt: 1 })
    ]
    const { counts, rows } = await write(items, 'exact')
    expect(rows).toHaveLength(4)
    expect(counts).toEqual({ attachments: 1, history: 1, trashedItems: 1, tags: 1, types: 2, sections: 1, times: 1 })
  })

  test('is marked as UTF-8 only for spreadsheets', async () => {
    expect((await write([], 'safe')).text.startsWith('\ufeff"Title"')).toBe(true)
    expect((await write([], 'exact')).text).toBe(`${CSV_HEADER.map((name) => `"${name}"`).join(',')}\r\n`)
  })

  test('turns only what is a bare secret into a link', () => {
    expect(otpauthLink('jbsw y3dp ehpk 3pxp', 'A/B')).toBe('otpauth://totp/A%2FB?secret=JBSWY3DPEHPK3PXP')
    for (const value of ['otpauth://totp/x?secret=JBSWY3DPEHPK3PXP', 'steam://JBSWY3DPEHPK3PXP', 'no secret!', 'A']) {
      expect(otpauthLink(value, 'x')).toBe(value)
    }
    fc.assert(fc.property(anyText(), anyText(), (value, title) => typeof otpauthLink(value, title) === 'string'))
  })
})
