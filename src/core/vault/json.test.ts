import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compareValues,
  hasMembers,
  isCanonical,
  isObject,
  isWellFormed,
  type Json,
  MAX_DEPTH,
  MAX_NAME_LENGTH,
  parseJson
} from './json.ts'
import { utf8Bytes } from './text.ts'

const damaged = expect.objectContaining({ code: 'VAULT_DAMAGED' })
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

const anyJson = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Json>(null, true, false, 0, -1, Number.MAX_SAFE_INTEGER),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.string({ minLength: 1 }).filter((name) => !/^\d+$/.test(name)),
      tie('value'),
      { maxKeys: 3 }
    )
  )
})).value

describe('a value of a change', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const text = JSON.stringify(value)
        expect(parseJson(text)).toEqual(value)
        expect(isCanonical(text, parseJson(text))).toBe(true)
      })
    )
  })

  test.each([
    ['no JSON', '{"a":}'],
    ['nothing', ''],
    ['a float', '1.5'],
    ['a number too large to be exact', '9007199254740993'],
    ['a number beyond all', '1e999'],
    ['a lone surrogate', '"\\ud800"'],
    ['a lone surrogate in a name', '{"\\udc00":1}'],
    ['an empty name', '{"":1}'],
    ['a name of digits, which would not keep its place', '{"7":1}'],
    ['a name beyond the bound', `{"${'n'.repeat(MAX_NAME_LENGTH + 1)}":1}`],
    ['too many levels', nested(MAX_DEPTH + 1)],
    ['a stack of levels', nested(100_000)],
    ['too many names', `{${Array.from({ length: 10_001 }, (_, index) => `"n${index}":1`).join()}}`]
  ])('that is %s is damage', (_, text) => {
    expect(() => parseJson(text)).toThrow(damaged)
  })

  test('may go to the bounds', () => {
    for (const text of [nested(MAX_DEPTH), `{"${'n'.repeat(MAX_NAME_LENGTH)}":1}`, '"\\ud83d\\ude00"']) {
      expect(() => parseJson(text)).not.toThrow()
    }
  })

  test.each(['{"a":1,"a":1}', ' {}', '{"a": 1}', '1e3', '-0', '"\\u0041"', '[1] '])('%s is not canonical', (text) => {
    expect(isCanonical(text, parseJson(text))).toBe(false)
  })

  test('named like a part of Object is a member like any other', () => {
    const value = parseJson('{"__proto__":{"x":1},"constructor":2}')
    expect(isObject(value) && Object.keys(value)).toEqual(['__proto__', 'constructor'])
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  })

  test('has its members in their order, no more and no fewer', () => {
    expect(hasMembers({ a: 1, b: 2 }, ['a', 'b'])).toBe(true)
    for (const names of [['b', 'a'], ['a'], ['a', 'b', 'c']]) expect(hasMembers({ a: 1, b: 2 }, names)).toBe(false)
  })

  test('is well formed when its surrogates are paired', () => {
    expect(['', 'a\u{1F600}b'].every(isWellFormed)).toBe(true)
    expect(['\ud83d', '\ude00\ud83d', 'a\ud83da'].some(isWellFormed)).toBe(false)
  })
})

describe('the order of values', () => {
  test('is that of the bytes of their texts', () => {
    const order = (a: Json, b: Json): number => {
      const [left, right] = [a, b].map((value) =>
        Array.from(utf8Bytes(JSON.stringify(value)), (byte) => String.fromCharCode(byte)).join('')
      )
      return left === right ? 0 : (left ?? '') < (right ?? '') ? -1 : 1
    }
    fc.assert(fc.property(anyJson, anyJson, (a, b) => void expect(Math.sign(compareValues(a, b))).toBe(order(a, b))))
  })
})
