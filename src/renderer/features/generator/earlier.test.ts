import { expect, test } from 'vitest'
import { addEarlier } from './earlier.ts'

test('what was copied is kept, the newest first and each once', () => {
  expect(addEarlier(['a', 'b'], 'c')).toEqual(['c', 'a', 'b'])
  expect(addEarlier(['a', 'b'], 'b')).toEqual(['b', 'a'])
})

test('twenty copied values are kept', () => {
  const many = Array.from({ length: 30 }, (_, place) => `${place}`)
  const kept = many.reduce<readonly string[]>(addEarlier, [])
  expect(kept).toHaveLength(20)
  expect(kept[0]).toBe('29')
})
