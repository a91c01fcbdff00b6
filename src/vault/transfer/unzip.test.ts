import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { VaultError } from '../../core/errors.ts'
import { zipFile } from './test-support/zip-file.ts'
import { openZip, ZIP_LIMITS, zipNames } from './unzip.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const CENTRAL = [0x50, 0x4b, 1, 2]
const END = [0x50, 0x4b, 5, 6]

/** Writes a number over what the n-th record of a kind says. */
function patched(
  zip: Uint8Array,
  record: readonly number[],
  offset: number,
  value: number,
  { nth = 0, bytes = 4 } = {}
): Uint8Array {
  const copy = Buffer.from(zip)
  let at = -1
  for (let index = 0; index <= nth; index++) at = copy.indexOf(Buffer.from(record), at + 1)
  copy.writeUIntLE(value, at + offset, bytes)
  return Uint8Array.from(copy)
}

function codeOf(work: () => unknown): string {
  try {
    work()
    return 'none'
  } catch (error) {
    return error instanceof VaultError ? `${error.code} ${Object.values(error.detail).join()}` : String(error)
  }
}

describe('an archive', () => {
  test('gives back what was packed, compressed or not', () => {
    const files = { 'a.txt': 'text '.repeat(1000), 'b/ü.bin': Uint8Array.of(0, 1, 2), empty: '' }
    const read = Object.fromEntries(
      openZip(zipFile(files)).map((entry) => [entry.name, Buffer.from(entry.read()).toString()])
    )
    expect(read).toEqual({ 'a.txt': files['a.txt'], 'b/ü.bin': '\u0000\u0001\u0002', empty: '' })
  })

  test('that is none has no names', () => {
    expect(zipNames(utf8('not an archive'))).toEqual(new Set())
    expect(zipNames(zipFile({ x: '1' }))).toEqual(new Set(['x']))
  })
})

describe('a hostile archive is refused', () => {
  const zip = zipFile({ a: 'aaaa'.repeat(100), b: 'b'.repeat(50) })

  test('when it says that it becomes more than anybody has', () => {
    expect(codeOf(() => openZip(patched(zip, CENTRAL, 24, ZIP_LIMITS.totalBytes + 1)))).toBe('IMPORT_REFUSED ratio')
    const stored = patched(patched(zip, CENTRAL, 24, ZIP_LIMITS.totalBytes + 1), CENTRAL, 20, ZIP_LIMITS.totalBytes)
    expect(codeOf(() => openZip(stored))).toBe('IMPORT_REFUSED size')
  })

  test('when it becomes more than it says', () => {
    const [entry] = openZip(patched(zip, CENTRAL, 24, 10))
    expect(codeOf(() => entry?.read())).toBe('IMPORT_DAMAGED zip')
  })

  test('when a file unfolds a thousandfold', () => {
    const bomb = zipFile({ a: new Uint8Array(50 * 2 ** 20) })
    expect(codeOf(() => openZip(bomb))).toBe('IMPORT_REFUSED ratio')
  })

  test('when entries share their bytes', () => {
    expect(codeOf(() => openZip(patched(zip, CENTRAL, 42, 0, { nth: 1 })))).toBe('IMPORT_REFUSED overlap')
  })

  test('when it has more entries than anybody has, or says so', () => {
    expect(codeOf(() => openZip(patched(zip, END, 10, 65_535, { bytes: 2 })))).toBe('IMPORT_REFUSED count')
    expect(codeOf(() => openZip(patched(zip, END, 10, 3, { bytes: 2 })))).toBe('IMPORT_DAMAGED zip')
  })

  test('when it is encrypted, or packed in a way that is not read', () => {
    expect(codeOf(() => openZip(patched(zip, CENTRAL, 8, 1, { bytes: 2 })))).toBe('IMPORT_REFUSED encryptedZip')
    expect(codeOf(() => openZip(patched(zip, CENTRAL, 10, 12, { bytes: 2 })))).toBe('IMPORT_REFUSED compression')
  })

  test('when two files have one name', () => {
    const twice = Buffer.from(zip)
    for (let at = twice.indexOf('b'); at >= 0; at = twice.indexOf('b', at + 1))
      if (twice[at - 1] !== 0x50) twice[at] = 0x61
    expect(codeOf(() => openZip(Uint8Array.from(twice)))).toMatch(/^IMPORT_(REFUSED duplicate|DAMAGED zip)$/)
  })

  test('when a bit of its content is another', () => {
    const [entry] = openZip(zip)
    const broken = Uint8Array.from(zip)
    const at = 30 + (entry?.name.length ?? 0) + 3
    broken[at] = (broken[at] ?? 0) ^ 1
    expect(codeOf(() => openZip(broken)[0]?.read())).toBe('IMPORT_DAMAGED zip')
  })

  test('when it is cut anywhere', () => {
    for (let length = 0; length < zip.length; length++)
      expect(codeOf(() => openZip(zip.subarray(0, length)))).toBe('IMPORT_DAMAGED zip')
  })

  test('or read, and nothing else, whatever chance makes of it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { maxLength: 6 }), (flips) => {
        const copy = Uint8Array.from(zip)
        for (const [at, byte] of flips) copy[at] = byte
        expect(codeOf(() => openZip(copy).map((entry) => entry.read()))).toMatch(
          /^(none|IMPORT_DAMAGED zip|IMPORT_REFUSED \w+)$/
        )
      }),
      { numRuns: 2000 }
    )
  })
})
