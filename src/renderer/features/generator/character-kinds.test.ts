import { expect, test } from 'vitest'
import { canTurnOff } from './character-kinds.ts'

const NONE = { length: 20, upper: false, lower: false, digits: false, symbols: false, lookAlikes: false }

test('the last kind of character cannot be turned off', () => {
  expect(canTurnOff({ ...NONE, lower: true }, 'lower')).toBe(false)
  expect(canTurnOff({ ...NONE, lower: true }, 'digits')).toBe(true)
  expect(canTurnOff({ ...NONE, lower: true, digits: true }, 'lower')).toBe(true)
})
