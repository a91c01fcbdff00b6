import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareHashes, hexOf, LONGEST_LINE, prefixOf, readBreachLine, readRange, seenAtLeast } from './breach.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
// The hash of `P@ssw0rd`, and how often it had been seen: https://www.troyhunt.com/enhancing-pwned-passwords-privacy-with-padding/
const HEX = '21BD12DC183F740EE76F27B78EB39C8AD972A757'

describe('a line of the list', () => {
  test('is a hash and a count, whatever its case and its end', () => {
    for (const text of [`${HEX}:52579\n`, `${HEX}:52579\r\n`, `${HEX.toLowerCase()}:52579\n`]) {
      const line = readBreachLine(bytes(text), 0)
      expect(line && [hexOf(line.hash), line.count, line.next]).toEqual([HEX, 52579, text.length])
    }
  })

  test('may be ended by the file', () => {
    expect(readBreachLine(bytes(`${HEX}:52579`), 0)).toBeNull()
    expect(readBreachLine(bytes(`${HEX}:52579`), 0, { atEnd: true })).toMatchObject({ count: 52579, next: 46 })
  })

  test('leaves out what stands in the name of its file', () => {
    const line = readBreachLine(bytes(`${HEX.slice(5)}:3\r\n`), 0, { prefix: HEX.slice(0, 5) })
    expect(line && [hexOf(line.hash), line.count]).toEqual([HEX, 3])
  })

  test('is nothing else', () => {
    const wrong = ['', HEX, `${HEX}:`, `${HEX}:x`, `${HEX}: 3`, `${HEX}:-3`, `${HEX}:1234567890123`, `${HEX}3:3`]
    for (const text of [
      ...wrong,
      `${HEX.slice(1)}:3`,
      `G${HEX.slice(1)}:3`,
      `${HEX};3`,
      '8846F7EAEE8FB117AD06BDD830B7586C:3'
    ])
      expect(readBreachLine(bytes(`${text}\n`), 0)).toBeNull()
  })

  test('is never longer than is said, and sorts as its text does', () => {
    expect(`${HEX}:123456789012\r\n`).toHaveLength(LONGEST_LINE)
    const hash = fc.uint8Array({ minLength: 20, maxLength: 20 })
    fc.assert(
      fc.property(hash, hash, (a, b) => {
        expect(Math.sign(compareHashes(a, b))).toBe(hexOf(a) < hexOf(b) ? -1 : hexOf(a) > hexOf(b) ? 1 : 0)
        expect(prefixOf(a)).toBe(hexOf(a).slice(0, 5))
      })
    )
  })
})

describe('the answer to a range query', () => {
  test('is suffixes with counts; what is padding is left out', () => {
    const text = `${HEX.slice(5)}:52579\r\n${'0'.repeat(35)}:0\r\n${'a'.repeat(35)}:1`
    expect(readRange(text)).toEqual([
      { suffix: HEX.slice(5), count: 52579 },
      { suffix: 'A'.repeat(35), count: 1 }
    ])
  })

  test('is not the page of somebody in between', () => {
    for (const text of ['', '<html>', `${HEX}:3`, `${HEX.slice(5)}:3\nand more`, `${HEX.slice(5)}:3\n`.repeat(10_001)])
      expect(() => readRange(text)).toThrow('NETWORK')
  })
})

test('how often a password was seen is told to the power of ten', () => {
  expect([0, 1, 9, 10, 99, 52579, 100000].map(seenAtLeast)).toEqual([0, 1, 1, 10, 10, 10000, 100000])
})
