import { expect, test } from 'vitest'
import { inputType } from './input-type.ts'

test('a date that no picker can show stays readable text', () => {
  expect(inputType('date', '14 Aug 2031').type).toBe('text')
  expect(inputType('date', '2031-08-14').type).toBe('date')
  expect(inputType('month', '08/31').type).toBe('text')
  expect(inputType('month', '').type).toBe('month')
})
