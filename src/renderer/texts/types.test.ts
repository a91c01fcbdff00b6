import { expect, test } from 'vitest'
import { types as de } from './de/types.ts'
import { types as en } from './en/types.ts'

test('every type and every field of a template has its words in each language', () => {
  for (const group of ['one', 'many', 'fields', 'sections'] as const) {
    expect(Object.keys(de[group]).toSorted()).toEqual(Object.keys(en[group]).toSorted())
  }
  expect(Object.keys(en.many).toSorted()).toEqual(Object.keys(en.one).toSorted())
})
