import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toBase64 } from '../base64.ts'
import type { Change } from './change.ts'
import { columnsLine, expandColumns, parseColumns, toColumns } from './columns.ts'
import { isObject, type Json, parseJson } from './json.ts'
import { anyChange, ITEMS } from './test-support/changes.ts'

const [ITEM = '', OTHER = ''] = ITEMS
const IDS = 'AAAAAAAAQACAAAAAAAAAAQAAAAAAAEAAgAAAAAAAAAI='
const AT = '0000000000010000aaaaaaaa'
const damaged = expect.objectContaining({ code: 'VAULT_DAMAGED' })
const itemChanges = fc.array(
  anyChange.filter(({ item }) => item !== 'vault'),
  { minLength: 1, maxLength: 12 }
)

function read(text: string) {
  const value = parseJson(text)
  if (!isObject(value)) throw new Error('no object')
  return parseColumns(value)
}

/** Names in order, because columns do not keep the order of the names of a change. */
const sorted = (changes: Iterable<Change>) =>
  [...changes].map(({ set, ...change }) => ({
    ...change,
    set: Object.entries(set).sort(([a], [b]) => (a < b ? -1 : 1))
  }))

describe('columns', () => {
  test('mean the changes that they were made of, one row each', () => {
    fc.assert(
      fc.property(itemChanges, (changes) => {
        expect(sorted(expandColumns(read(columnsLine(toColumns(changes)))))).toEqual(sorted(changes))
      })
    )
  })

  test('say a value once that all rows have, join texts, and list the rows that have a rare one', () => {
    const change = (item: string, set: Change['set']): Change => ({ item, at: AT, set })
    const columns = toColumns([
      change(ITEM, { type: 'login', title: 'a', pair: [1], odd: '\u007f' }),
      change(OTHER, { type: 'login', title: 'b', pair: [1], odd: '', favorite: true })
    ])
    expect(JSON.parse(columnsLine(columns))).toEqual({
      items: IDS,
      at: AT,
      more: false,
      texts: { title: 'a\u007fb' },
      set: { type: 'login', pair: [[1], [1]], odd: ['\u007f', ''] },
      some: { favorite: [[1], true] }
    })
  })

  const good: { readonly [name: string]: Json } = {
    items: IDS,
    at: AT + AT,
    more: false,
    texts: { t: 'x\u007fy' },
    set: { a: ['x', 'y'] },
    some: { b: [[1], ['z']] }
  }

  test.each<[string, { readonly [name: string]: Json }]>([
    ['no rows', { ...good, items: '', at: '', texts: {}, set: {}, some: {} }],
    ['half an id', { ...good, items: toBase64(new Uint8Array(24).fill(1)) }],
    [
      'the id of zeros',
      { ...good, items: toBase64(Uint8Array.from({ length: 32 }, (_, byte) => (byte < 16 ? 1 : 0))) }
    ],
    ['ids that are no base64', { ...good, items: `!${IDS.slice(1)}` }],
    ['ids outside of ASCII', { ...good, items: `\u0141${IDS.slice(1)}` }],
    ['ids with bits left over', { ...good, items: `${IDS.slice(0, -2)}J=` }],
    ['ids without padding', { ...good, items: IDS.slice(0, -1) }],
    ['padding inside', { ...good, items: `${IDS.slice(0, 20)}=${IDS.slice(21)}` }],
    ['ids as texts', { ...good, items: [ITEM, OTHER] }],
    ['a stamp too many', { ...good, at: AT + AT + AT }],
    ['no stamp', { ...good, at: '' }],
    ['a stamp that is none', { ...good, at: `${AT}${'x'.repeat(24)}` }],
    ['stamps as a list', { ...good, at: [AT, AT] }],
    ['no word about more', { ...good, more: 1 }],
    ['a text too few', { ...good, texts: { t: 'x' } }],
    ['a text too many', { ...good, texts: { t: 'x\u007fy\u007fz' } }],
    ['a text that is none', { ...good, texts: { t: ['x', 'y'] } }],
    ['a column of another length', { ...good, set: { a: ['x'] } }],
    ['a row past the end', { ...good, some: { b: [[2], ['z']] } }],
    ['a row before the first', { ...good, some: { b: [[-1], ['z']] } }],
    ['rows out of order', { ...good, some: { b: [[1, 0], true] } }],
    ['a row twice', { ...good, some: { b: [[1, 1], true] } }],
    ['a row that is no number', { ...good, some: { b: [['1'], ['z']] } }],
    ['more rows than values', { ...good, some: { b: [[0, 1], ['z']] } }],
    ['a rare property in no row', { ...good, some: { b: [[], []] } }],
    ['a property that is both in all rows and in some', { ...good, some: { a: [[1], ['z']] } }],
    ['a property that is both text and not', { ...good, texts: { a: 'x\u007fy' } }],
    ['a member too many', { ...good, extra: 1 }],
    ['a member too few', { items: IDS, at: AT, more: false, texts: {}, set: {} }]
  ])('with %s are damage', (_, value) => {
    expect(() => parseColumns(good)).not.toThrow()
    expect(() => parseColumns(value)).toThrow(damaged)
  })
})
