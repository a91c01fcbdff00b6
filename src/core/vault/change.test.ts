import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeLine, decodeChanges, decodeDetails, decodeLines, encodeChanges } from './change.ts'
import { isItemId } from './item-id.ts'
import { columnsLine, toColumns } from './columns.ts'
import { anyChanges, ITEMS } from './test-support/changes.ts'
import { utf8Bytes } from './text.ts'

const [ITEM = '', OTHER = ''] = ITEMS
const AT = '0000000000010000aaaaaaaa'
const LINE = `{"item":"${ITEM}","at":"${AT}","set":{"title":"x"}}`
const damaged = expect.objectContaining({ code: 'VAULT_DAMAGED' })
const change = (set: Record<string, string | null>, item = ITEM) => ({ item, at: AT, set })

describe('a body of changes', () => {
  test('is read as it was written, whatever the names and values', () => {
    fc.assert(fc.property(anyChanges, (changes) => void expect(decodeChanges(encodeChanges(changes))).toEqual(changes)))
  })

  test('may be empty, and is a line each', () => {
    expect(decodeChanges(new Uint8Array())).toEqual([])
    expect(decodeChanges(utf8Bytes(`${LINE}\n${LINE}\n`))).toEqual([change({ title: 'x' }), change({ title: 'x' })])
  })

  test('may hold columns among its changes', () => {
    const columns = columnsLine(toColumns([change({ title: 'a' }), change({ title: 'b' }, OTHER)]))
    expect(decodeChanges(utf8Bytes(`${LINE}\n${columns}\n`))).toEqual([
      change({ title: 'x' }),
      change({ title: 'a' }),
      change({ title: 'b' }, OTHER)
    ])
  })

  test.each([
    ['without its last line end', LINE],
    ['with an empty line', `${LINE}\n\n`],
    ['with white space', ` ${LINE}\n`],
    ['with a carriage return', `${LINE}\r\n`],
    ['with a member too many', `${LINE.slice(0, -1)},"more":1}\n`],
    ['with its members in another order', `{"at":"${AT}","item":"${ITEM}","set":{}}\n`],
    ['with a name twice', `{"item":"${ITEM}","at":"${AT}","set":{"a":1,"a":2}}\n`],
    ['with a stamp in capitals', `${LINE.replace(AT, AT.toUpperCase())}\n`],
    ['with an item in capitals', `{"item":"AAAAAAAA-0000-4000-8000-000000000001","at":"${AT}","set":{}}\n`],
    ['with the item of zeros', `{"item":"00000000-0000-0000-0000-000000000000","at":"${AT}","set":{}}\n`],
    ['with a list for a set', `{"item":"${ITEM}","at":"${AT}","set":[]}\n`],
    ['that is a list', '[]\n']
  ])('%s is damage', (_, text) => {
    expect(() => decodeChanges(utf8Bytes(text))).toThrow(damaged)
  })

  test('that is no UTF-8 is damage', () => {
    expect(() => decodeLines(Uint8Array.of(0x22, 0xff, 0x22, 0x0a))).toThrow(damaged)
  })

  test('is never written so that no reader would take it back', () => {
    const refused = expect.objectContaining({ code: 'BAD_REQUEST' })
    expect(() => changeLine(change({ title: '\ud800' }))).toThrow(refused)
    expect(() => changeLine(change({ '': 'x' }))).toThrow(refused)
    expect(() => changeLine(change({ title: 'x' }, 'no id'))).toThrow(refused)
    expect(() => changeLine({ ...change({}), set: { a: 1.5 } })).toThrow(refused)
  })
})

describe('a body of details', () => {
  const details = encodeChanges([change({ 'value:a': '1' }), change({ 'value:a': '2' }, OTHER)])

  test('gives the changes of the asked items, or all', () => {
    expect(decodeDetails(details)).toHaveLength(2)
    expect(decodeDetails(details, new Set([OTHER]))).toEqual([change({ 'value:a': '2' }, OTHER)])
    expect(decodeDetails(details, new Set())).toEqual([])
  })

  test('may hold columns, of which only the rows of the asked items are read', () => {
    const columns = columnsLine(toColumns([change({ 'value:a': '1' }), change({ 'value:a': '2' }, OTHER)]))
    const details = utf8Bytes(`${columns}\n`)
    expect(decodeDetails(details)).toHaveLength(2)
    expect(decodeDetails(details, new Set([OTHER]))).toEqual([change({ 'value:a': '2' }, OTHER)])
  })

  test('of the vault itself, or without its last line end is damage', () => {
    for (const text of [`{"item":"vault","at":"${AT}","set":{}}\n`, LINE]) {
      expect(() => decodeDetails(utf8Bytes(text))).toThrow(damaged)
    }
  })
})

describe('an item id', () => {
  test('is a UUID in small letters, but not the one of zeros', () => {
    expect(isItemId(ITEM)).toBe(true)
    for (const id of [
      '',
      'vault',
      ITEM.slice(1),
      `${ITEM}0`,
      `${ITEM}\n`,
      '00000000-0000-0000-0000-000000000000',
      7,
      null
    ])
      expect(isItemId(id)).toBe(false)
  })
})
