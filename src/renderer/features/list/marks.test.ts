import { expect, test } from 'vitest'
import { pickOf, spanOf, toggled } from './marks.ts'

const held = (keys: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey', true>>) => ({
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...keys
})

test('Ctrl adds one row, Shift takes all in between', () => {
  expect([held({}), held({ ctrlKey: true }), held({ metaKey: true }), held({ shiftKey: true })].map(pickOf)).toEqual([
    'one',
    'toggle',
    'toggle',
    'range'
  ])
  expect(spanOf(7, 3)).toEqual({ from: 3, count: 5 })
  expect(spanOf(3, 3)).toEqual({ from: 3, count: 1 })
})

test('the selected row is the first of several, and can be taken out again', () => {
  expect(toggled([], 'a', 'b')).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'b', 'a')).toEqual(['b'])
  expect(toggled([], null, 'a')).toEqual(['a'])
})
