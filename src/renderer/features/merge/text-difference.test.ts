import { expect, test } from 'vitest'
import { textDifference } from './text-difference.ts'

const shown = (text: string, other: string): string =>
  textDifference(text, other)
    .map((run) => (run.changed ? `[${run.text}]` : run.text))
    .join('')

test('only the words that differ are marked', () => {
  expect(shown('Gateway three, split tunnel off', 'Gateway two, split tunnel off')).toBe(
    'Gateway [three], split tunnel off'
  )
  expect(shown('vpn.northwind.test', 'vpn.northwind.example')).toBe('vpn.northwind.[test]')
  expect(shown('the same', 'the same')).toBe('the same')
  expect(shown('', 'gone')).toBe('')
  expect(shown('new', '')).toBe('[new]')
  expect(shown('a a', 'a')).toBe('a[ a]')
  expect(shown('two, tunnel on for it', 'three, tunnel off')).toBe('[two], tunnel [on for it]')
})
