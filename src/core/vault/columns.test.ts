import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from './change.ts'
import { columnsLine, expandColumns, parseColumns, toColumns } from './columns.ts'
import { isObject, type Json, parseJson } from './json.ts'
import { anyChange, ITEMS } from './test-support/changes.ts'

const [ITEM = '', OTHER = ''] = ITEMS
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

  test('say a value once that all rows have, and list the rows that have a rare one', () => {
    const change = (item: string, set: Change['set']): Change => ({ item, at: AT, set })
    const columns = toColumns([
      change(ITEM, { type: 'login', title: 'a', pair: [1] }),
      change(OTHER, { type: 'login', title: 'b', pair: [1], favorite: true })
    ])
    expect(columns).toEqual({
      items: [ITEM, OTHER],
      at: [AT, AT],
      set: { type: 'login', title: ['a', 'b'], pair: [[1], [1]] },
      some: { favorite: [[1], [true]] }
    })
  })

  const good: { readonly [name: string]: Json } = {
    items: [ITEM, OTHER],
    at: [AT, AT],
    set: { a: ['x', 'y'] },
    some: { b: [[1], ['z']] }
  }

  test.each<[string, { readonly [name: string]: Json }]>([
    ['no rows', { ...good, items: [], at: [], set: {}, some: {} }],
    ['a row without a stamp', { ...good, at: [AT] }],
    ['a stamp that is none', { ...good, at: [AT, 'x'] }],
    ['an item that is none', { ...good, items: [ITEM, 'vault'] }],
    ['a column of another length', { ...good, set: { a: ['x'] } }],
    ['a row past the end', { ...good, some: { b: [[2], ['z']] } }],
    ['a row before the first', { ...good, some: { b: [[-1], ['z']] } }],
    [
      'rows out of order',
      {
        ...good,
        some: {
          b: [
            [1, 0],
            ['z', 'z']
          ]
        }
      }
    ],
    [
      'a row twice',
      {
        ...good,
        some: {
          b: [
            [1, 1],
            ['z', 'z']
          ]
        }
      }
    ],
    ['a row that is no number', { ...good, some: { b: [['1'], ['z']] } }],
    ['more rows than values', { ...good, some: { b: [[0, 1], ['z']] } }],
    ['a rare property in no row', { ...good, some: { b: [[], []] } }],
    ['a property that is both', { ...good, some: { a: [[1], ['z']] } }],
    ['a member too many', { ...good, more: 1 }],
    ['a member too few', { items: [ITEM], at: [AT], set: {} }]
  ])('with %s are damage', (_, value) => {
    expect(() => parseColumns(good)).not.toThrow()
    expect(() => parseColumns(value)).toThrow(damaged)
  })
})
