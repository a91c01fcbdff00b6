import { expect, test } from 'vitest'
import { groupCode } from './group-code.ts'

test('a one-time code is shown in groups', () => {
  expect(['492817', '12345678', '1234567', 'X7K2P'].map(groupCode)).toEqual([
    '492 817',
    '1234 5678',
    '1234 567',
    'X7K2P'
  ])
})
