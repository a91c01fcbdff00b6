import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMasker } from './masker.ts'
import { base64Forms, plainForms } from './secret-forms.ts'

const bytesOf = (text: string): Uint8Array => Buffer.from(text)
const MASK = bytesOf('•')

function masked(patterns: readonly Uint8Array[], chunks: readonly Uint8Array[], acrossLines = false): string {
  const masker = createMasker(patterns, MASK, { acrossLines })
  const pieces = chunks.map((chunk) => masker.push(chunk))
  return Buffer.concat([...pieces, masker.end()]).toString()
}

/** What it must come to, looked for in the whole text at once. */
function expected(patterns: readonly string[], text: string): string {
  const isMasked = Array.from(text, () => false)
  for (const pattern of patterns) {
    for (let at = text.indexOf(pattern); at !== -1; at = text.indexOf(pattern, at + 1))
      isMasked.fill(true, at, at + pattern.length)
  }
  return Array.from(text, (character, at) => (!isMasked[at] ? character : isMasked[at - 1] ? '' : '•')).join('')
}

// Two letters, so that patterns overlap, contain and repeat each other.
const letters = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b'), minLength, maxLength })

function cut(text: string, places: readonly number[]): Uint8Array[] {
  const ends = [...places.map((place) => place % (text.length + 1)), text.length].toSorted((a, b) => a - b)
  return ends.map((end, index) => bytesOf(text.slice(ends[index - 1] ?? 0, end)))
}

describe('secrets in a stream', () => {
  test('are masked wherever chunks are cut, also where they overlap', () => {
    const patterns = fc.array(letters(1, 6), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(patterns, letters(0, 60), fc.array(fc.nat(), { maxLength: 8 }), (secrets, text, places) => {
        expect(masked(secrets.map(bytesOf), cut(text, places))).toBe(expected(secrets, text))
      }),
      { numRuns: 1000 }
    )
  })

  test('are given back as they were where there are none, byte by byte', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 20 })), (chunks) => {
        const masker = createMasker([bytesOf('a secret of many bytes')], MASK)
        const out = Buffer.concat([...chunks.map((chunk) => masker.push(chunk)), masker.end()])
        expect(out.equals(Buffer.concat(chunks))).toBe(true)
      })
    )
  })

  test('keep back no more than may yet become one', () => {
    const masker = createMasker([bytesOf('secret')], MASK)
    expect(String(Buffer.from(masker.push(bytesOf('Password: '))))).toBe('Password: ')
    expect(String(Buffer.from(masker.push(bytesOf('my sec'))))).toBe('my ')
    expect(String(Buffer.from(masker.push(bytesOf('tor'))))).toBe('sector')
    expect(masker.end()).toHaveLength(0)
  })

  test('let a short beginning go when nothing follows, and mask what follows later', () => {
    const masker = createMasker([bytesOf('secret')], MASK)
    masker.push(bytesOf('se'))
    expect(String(Buffer.from(masker.idle()))).toBe('se')
    expect(String(Buffer.from(masker.push(bytesOf('cret!'))))).toBe('•!')
    masker.push(bytesOf('secre'))
    expect(masker.idle()).toHaveLength(0)
    expect(String(Buffer.from(masker.push(bytesOf('t'))))).toBe('')
    expect(String(Buffer.from(masker.end()))).toBe('•')
  })
})

describe('forms of a secret', () => {
  const secret = 'p&ss "wörd"/1?'

  test.each([
    ['itself', secret],
    ['in JSON', JSON.stringify({ x: secret })],
    ['in an address', `https://host/?p=${encodeURIComponent(secret)}`],
    ['in hex', Buffer.from(secret).toString('hex')],
    ['in a form', new URLSearchParams({ p: secret.replace(/"/g, '') }).toString()]
  ])('are masked: %s', (_, text) => {
    const patterns = [...plainForms(secret), ...plainForms(secret.replace(/"/g, ''))]
    const out = masked(patterns, [bytesOf(text)])
    expect(out).toContain('•')
    expect(out).not.toMatch(/rd|7264/)
  })

  test('base64 is masked at every place of a group of three, in both alphabets and broken into lines', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 8, maxLength: 90 }),
        fc.nat(9),
        fc.nat(9),
        fc.boolean(),
        (value, before, behind, wrap) => {
          const whole = Buffer.from(`${'x'.repeat(before)}${value}${'y'.repeat(behind)}`)
          const forms = base64Forms(value)
          for (const text of [whole.toString('base64'), whole.toString('base64url')]) {
            const wrapped = wrap ? text.replace(/.{76}/g, '$&\r\n') : text
            const out = masked(forms, [bytesOf(wrapped)], true)
            // At most a character at either end belongs to what stands beside it as well.
            const shown = out.replace(/[•\s=]/g, '').length
            const besides = Math.ceil((before * 8) / 6) + Math.ceil((behind * 8) / 6) + 2
            expect(shown).toBeLessThanOrEqual(besides)
          }
        }
      ),
      { numRuns: 500 }
    )
  })

  test('of fewer than four bytes are left alone', () => {
    expect(plainForms('abc')).toEqual([])
    expect(base64Forms('abc')).toEqual([])
  })

  test('line ends alone are not kept back', () => {
    const masker = createMasker([bytesOf('AAAAAA')], MASK, { acrossLines: true })
    masker.push(bytesOf('A'))
    expect(masker.push(bytesOf('\n'.repeat(1000))).length).toBeGreaterThan(990)
  })
})
