import { describe, expect, test } from 'vitest'
import { oneLine, printable, table } from './output.ts'

describe('text from a vault on a terminal', () => {
  test('an escape sequence in a title cannot reach the terminal', () => {
    expect(printable('a\u001b[31mred')).toBe('a\ufffd[31mred')
  })

  test('an override of the writing direction is made visible', () => {
    expect(printable('safe\u202egpj.exe')).toBe('safe\ufffdgpj.exe')
  })

  test('line feeds and tabs of a note stay', () => {
    expect(printable('one\n\ttwo')).toBe('one\n\ttwo')
  })

  test('a title of several lines is one line in a list', () => {
    expect(oneLine('one\r\ntwo')).toBe('one two')
  })

  test('columns line up and the last one is not padded', () => {
    expect(
      table([
        ['a', 'bb', 'c'],
        ['aaa', 'b', 'cc']
      ])
    ).toBe('a    bb  c\naaa  b   cc')
  })
})
