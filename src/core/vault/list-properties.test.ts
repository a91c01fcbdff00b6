import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from './json.ts'
import { listProperties, readCheck } from './list-properties.ts'
import { anyName, anyStamp, anyValue } from './test-support/changes.ts'

const at = (time: number) => `${time.toString(16).padStart(12, '0')}0000aaaaaaaa`

function list(winners: readonly (readonly [string, Json, string?])[]) {
  return listProperties('id', at(9), false, (visit) => {
    for (const [name, value, stamp = at(9)] of winners) visit(name, value, stamp)
  })
}

describe('what the list shows of an item', () => {
  test('is there whatever the values are, and of the kinds that it should be', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(anyName, anyValue, anyStamp), { selector: ([name]) => name }), (winners) => {
        const shown = list(winners)
        expect(
          [shown.type, shown.title, shown.subtitle, ...shown.tags, ...shown.urls].every(
            (text) => typeof text === 'string'
          )
        ).toBe(true)
        expect([shown.createdAt, shown.changedAt].every(Number.isSafeInteger)).toBe(true)
        expect(typeof shown.favorite).toBe('boolean')
        expect(shown.firstUrl?.url).toBe(shown.urls[0])
        expect(shown.createdAt).toBeLessThanOrEqual(shown.changedAt)
      })
    )
  })

  test('takes a value of a kind it does not know for an absent one', () => {
    expect(
      list([
        ['title', 7],
        ['type', { new: true }],
        ['favorite', 'yes'],
        ['trashedAt', 'today'],
        ['createdAt', []],
        ['url:url', 3],
        ['check:a', 'x']
      ])
    ).toMatchObject({
      title: '',
      type: 'note',
      favorite: false,
      trashedAt: null,
      createdAt: 9,
      urls: [],
      firstUrl: null,
      checks: []
    })
  })

  test('has tags and addresses in the order of their names, and no removed ones', () => {
    const shown = list([
      ['tag:b', true],
      ['tag:a', true],
      ['tag:c', null],
      ['url:url-2', 'two'],
      ['url:url', 'one'],
      ['url:gone', null]
    ])
    expect([shown.tags, shown.urls, shown.firstUrl]).toEqual([['a', 'b'], ['one', 'two'], { field: 'url', url: 'one' }])
  })

  test('dates an item without a date by its oldest winner', () => {
    expect(
      list([
        ['title', 'x', at(4)],
        ['tag:a', true, at(6)]
      ])
    ).toMatchObject({ createdAt: 4, changedAt: 9 })
    expect(
      list([
        ['title', 'x', at(4)],
        ['createdAt', 2]
      ])
    ).toMatchObject({ createdAt: 2 })
  })

  test('reads checks, and never a value', () => {
    const shown = list([
      ['check:pin', { fingerprint: 'AA==', bits: 13 }],
      ['value:pin', { sealed: 'SECRET' }],
      ['value:notes', 'private']
    ])
    expect(shown.checks).toEqual([{ field: 'pin', fingerprint: 'AA==', bits: 13 }])
    expect(JSON.stringify(shown)).not.toMatch(/SECRET|private/)
  })
})

describe('a check', () => {
  test('has a fingerprint and bits', () => {
    expect(readCheck({ fingerprint: 'AA==', bits: 0 })).toEqual({ fingerprint: 'AA==', bits: 0 })
    for (const value of [
      undefined,
      null,
      'x',
      [],
      {},
      { fingerprint: 1, bits: 1 },
      { fingerprint: 'AA==' },
      { fingerprint: 'AA==', bits: '1' }
    ]) {
      expect(readCheck(value)).toBeNull()
    }
  })
})
