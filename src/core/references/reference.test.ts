import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseEnvFile } from './env-file.ts'
import { formatReference, parseReference } from './reference.ts'
import { fillTemplate, parseTemplate, parseValue, referencesIn } from './template.ts'

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => text.isWellFormed())

describe('a reference', () => {
  test('is read as it was written, whatever the titles', () => {
    fc.assert(
      fc.property(name, name, (item, field) => {
        const text = formatReference({ item, field })
        expect(parseReference(text)).toEqual({ item, field })
        const [part] = parseTemplate(`{{ ${text} }}`)
        expect(part).toEqual({ reference: text })
      }),
      { numRuns: 500 }
    )
  })

  test('may have spaces and other letters as they are', () => {
    expect(parseReference('coffer://My Bank/Größe')).toEqual({ item: 'My Bank', field: 'Größe' })
    expect(formatReference({ item: 'a/b', field: "it's" })).toBe('coffer://a%2Fb/it%27s')
    expect(formatReference({ item: ' ', field: '\u00a0' })).toBe('coffer://%20/%C2%A0')
  })

  test.each([
    '',
    'coffer://',
    'coffer://a',
    'coffer://a/',
    'coffer:///b',
    'coffer://a/b/c',
    'coffer://a/%zz',
    'coffer://a/b?x',
    'op://a/b/c',
    ' coffer://a/b'
  ])('%j is none', (text) => expect(parseReference(text)).toBeNull())

  test('never fails on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => parseReference(`coffer://${text}`) !== undefined)
    )
  })
})

describe('a template', () => {
  test('keeps everything but the references as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('{', '}', ' ', 'a', '\n', '/') })), (texts) => {
        const template = texts.join('{{ coffer://DB/password }}')
        const values = new Map([['coffer://DB/password', 'X']])
        expect(fillTemplate(parseTemplate(template), values)).toBe(
          template.replaceAll('{{ coffer://DB/password }}', 'X')
        )
      })
    )
  })

  test('leaves the braces of other programs alone', () => {
    const text = '{{ .Values.x }} ${y} {% z %} {{coffer}}'
    expect(parseTemplate(text)).toEqual([{ text }])
  })

  test('names what it cannot fill, and nothing else', () => {
    const parts = parseTemplate('x={{coffer://DB/user}} y={{ coffer://DB/pasword }}')
    expect(referencesIn(parts)).toEqual(['coffer://DB/user', 'coffer://DB/pasword'])
    const fill = () => fillTemplate(parts, new Map([['coffer://DB/user', 'mara']]))
    expect(fill).toThrow(
      expect.objectContaining({ code: 'REFERENCE_NOT_FOUND', detail: { reference: 'coffer://DB/pasword' } })
    )
    expect(() => parseTemplate('{{ coffer://DB }}')).toThrow(expect.objectContaining({ code: 'REFERENCE_NOT_FOUND' }))
  })

  test('a variable is a reference as a whole, or has some in it', () => {
    expect(parseValue('coffer://My DB/password')).toEqual([{ reference: 'coffer://My DB/password' }])
    expect(parseValue('pg://u:{{ coffer://DB/password }}@h')).toHaveLength(3)
    expect(parseValue('plain')).toEqual([{ text: 'plain' }])
  })
})

describe('an environment file', () => {
  test('has names and values, quoted or not, with comments', () => {
    const text = [
      '\ufeff# comment',
      '',
      'A=1',
      'export B = two words # behind it',
      "C='as $it # is\nover lines'",
      'D="tab\\t \\"q\\" \\$x\\n"   # c',
      '  E=',
      'F=a#b',
      'A=2',
      'G=coffer://DB/password'
    ].join('\r\n')
    expect([...parseEnvFile(text)]).toEqual([
      ['A', '2'],
      ['B', 'two words'],
      ['C', 'as $it # is\nover lines'],
      ['D', 'tab\t "q" $x\n'],
      ['E', ''],
      ['F', 'a#b'],
      ['G', 'coffer://DB/password']
    ])
  })

  test.each([
    ['A=1\nnot a line\nB=2', 2],
    ['A="open\nB=2', 1],
    ["\n\n1A='x'", 3],
    ["A='x' y", 1]
  ])('%j is refused with its line', (text, line) => {
    expect(() => parseEnvFile(text)).toThrow(expect.objectContaining({ code: 'BAD_REQUEST', detail: { line } }))
  })

  test('any values come back from single quotes', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }).map((text) => text.replace(/['\r]/g, ''))), (values) => {
        const text = values.map((value, index) => `V${index}='${value}'`).join('\n')
        expect([...parseEnvFile(text).values()]).toEqual(values)
      })
    )
  })
})
