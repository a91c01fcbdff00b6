import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MAX_IMPORT_BYTES, type Importer, type ImportSource } from './importer.ts'
import { createReceiptBook } from './receipt.ts'
import { readImport } from './read-import.ts'
import { hasSamples, NO_SAMPLES, sample, sampleNames, textFile } from './test-support/samples.ts'

const REFUSED = /^IMPORT_(UNKNOWN_FORMAT|DAMAGED|REFUSED|NEEDS_PASSWORD)$|^WRONG_PASSWORD$/
const MIB = 2 ** 20

/** What becomes of a file: its number of items, or the one error that it is refused with. */
async function outcome(source: ImportSource): Promise<string> {
  try {
    return `${(await readImport(source, { secrets: { password: 'a' } })).vault.items.length} items`
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}

/** Seconds of the processor and bytes of memory that are taken meanwhile. */
async function cost(work: () => Promise<unknown>): Promise<{ seconds: number; bytes: number }> {
  const before = { cpu: process.cpuUsage(), rss: process.memoryUsage().rss }
  await work()
  const { user, system } = process.cpuUsage(before.cpu)
  return { seconds: (user + system) / 1e6, bytes: process.memoryUsage().rss - before.rss }
}

const HEADER = 'name,url,username,password,note'
const bytesOf = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding))
const file = (bytes: Uint8Array): ImportSource => ({ name: 'x', bytes })
const row = 'Zürich,https://x.example,märä,pässwörd,ñote'

describe('a hostile file', () => {
  test.each([
    ['deep JSON', `{"encrypted":false,"items":[${'['.repeat(200_000)}`, 'IMPORT_REFUSED'],
    ['deep objects', `{"encrypted":false,"items":[${'{"a":'.repeat(200_000)}`, 'IMPORT_REFUSED'],
    ['JSON of too many values', `{"encrypted":false,"items":[${'0,'.repeat(5_100_000)}0]}`, 'IMPORT_REFUSED'],
    ['cut JSON', '{"encrypted":false,"items":[{"type":1,"name":"x', 'IMPORT_DAMAGED'],
    ['JSON without items', '{"encrypted":false,"items":{"length":3},"folders":[],"items":[', 'IMPORT_DAMAGED'],
    ['a table that ends in a cell', `${HEADER}\n"a`, 'IMPORT_DAMAGED'],
    ['a table of too many rows', `${HEADER}\n${'a\n'.repeat(200_001)}`, 'IMPORT_REFUSED'],
    ['a table of too many columns', `${HEADER}\n${','.repeat(1000)}`, 'IMPORT_REFUSED'],
    ['a quote that never ends', `${HEADER}\n"${'a,\n'.repeat(1_000_000)}`, 'IMPORT_DAMAGED'],
    ['quotes in pairs', `${HEADER}\n"${'""'.repeat(1_000_000)}`, 'IMPORT_DAMAGED'],
    ['nothing but commas', ','.repeat(3_000_000), 'IMPORT_UNKNOWN_FORMAT'],
    ['nothing but line ends', '\r\r\n'.repeat(1_000_000), 'IMPORT_UNKNOWN_FORMAT'],
    [
      'a typed note of many lines',
      `url,username,password,totp,extra,name,grouping,fav\nhttp://sn,,,,"NoteType:Server\n${'a:b\n'.repeat(1001)}",n,,0\n`,
      'IMPORT_REFUSED'
    ]
  ])('of %s is refused within a second', async (_, text, code) => {
    const source = textFile(text)
    const { seconds, bytes } = await cost(async () => expect(await outcome(source)).toBe(code))
    // A second of a machine of its own; a collection of garbage that this test did not make may fall into it.
    expect(seconds).toBeLessThan(2)
    expect(bytes).toBeLessThan(512 * MIB)
  })

  test('that is larger than any export is refused before it is looked at', async () => {
    const size = { length: MAX_IMPORT_BYTES + 1 } as unknown as Uint8Array
    await expect(readImport(file(size))).rejects.toMatchObject({ code: 'IMPORT_REFUSED', detail: { reason: 'size' } })
    await expect(readImport(file(new Uint8Array()))).rejects.toMatchObject({ code: 'IMPORT_DAMAGED' })
  })

  test('cannot give objects a prototype or a member of its own', async () => {
    const text =
      '{"encrypted":false,"folders":[{"id":"__proto__","name":"constructor"}],"items":[{"type":1,"name":"x","folderId":"__proto__",' +
      '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"login":{"__proto__":{"username":"evil"},"password":"p"}}]}'
    const { vault } = await readImport(textFile(text))
    expect(vault.items[0]?.fields.find(({ id }) => id === 'username')).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
    const table = await readImport(textFile('__proto__,constructor,username,password\n1,2,3,4\n'))
    expect(table.vault.items[0]?.fields.map(({ value }) => value).toSorted()).toEqual(['1', '2', '3', '4'])
  })

  test.each<[string, Uint8Array]>([
    ['UTF-8', bytesOf(`${HEADER}\n${row}`, 'utf8')],
    ['UTF-8 with a mark', bytesOf(`\ufeff${HEADER}\n${row}`, 'utf8')],
    ['UTF-16 with a mark', bytesOf(`\ufeff${HEADER}\n${row}`, 'utf16le')],
    ['UTF-16 without one', bytesOf(`${HEADER}\n${row}`, 'utf16le')],
    ['UTF-16, big end first', new Uint8Array(Buffer.from(`\ufeff${HEADER}\n${row}`, 'utf16le').swap16())],
    ['Windows-1252', bytesOf(`${HEADER}\n${row}`, 'latin1')]
  ])('or an honest one may be written in %s', async (_, bytes) => {
    const { vault } = await readImport(file(bytes))
    expect(vault.items.map(({ title, fields }) => [title, fields[1]?.value])).toEqual([['Zürich', 'pässwörd']])
  })

  test('is given up when it takes too long, and when the user says so', async () => {
    const endless: Importer = {
      format: 'endless',
      recognises: () => true,
      read: async () => new Promise(() => {})
    }
    const source = textFile('x')
    await expect(readImport(source, { importer: endless, limit: 20 })).rejects.toMatchObject({
      code: 'IMPORT_REFUSED',
      detail: { reason: 'time' }
    })
    await expect(readImport(source, { importer: endless, signal: AbortSignal.timeout(20) })).rejects.toMatchObject({
      code: 'CANCELLED'
    })
  })

  test('that makes a library stumble is damaged, and what the library says goes no further', async () => {
    const stumbling: Importer = {
      format: 'stumbling',
      recognises: () => true,
      read: async () => Promise.reject(new TypeError('cannot read s3cret of undefined'))
    }
    const failed = readImport(textFile('x'), { importer: stumbling })
    await expect(failed).rejects.toMatchObject({ code: 'IMPORT_DAMAGED', message: 'IMPORT_DAMAGED' })
  })
})

test('an importer that forgets a field is found out', async () => {
  const forgetful: Importer = {
    format: 'forgetful',
    recognises: () => true,
    async read(_source, { book }) {
      book.found(1, 3)
      book.imported(2)
      return { items: [] }
    }
  }
  await expect(readImport(textFile('x'), { importer: forgetful })).rejects.toMatchObject({ code: 'INTERNAL' })
  expect(createReceiptBook().receipt()).toMatchObject({ sourceFields: 0, imported: 0 })
})

const PIECES = fc.constantFrom(
  '{"encrypted":false,"items":[',
  '{"encrypted":true,"passwordProtected":true,"salt":"x","kdfType":0,"kdfIterations":5000,',
  '"encKeyValidation_DO_NOT_EDIT":"2.AA|AA|AA",',
  '{"type":1,"login":{"uris":[{"uri":"x"}]}}',
  ']}',
  HEADER,
  'url,username,password,totp,extra,name,grouping,fav\n',
  'http://sn,,,,"NoteType:Server\nHostname:x",n,,1',
  '"',
  '\r\r\n',
  '\n',
  ',',
  ';',
  '\ufeff',
  '\u0000',
  'sep=;\n',
  'a'.repeat(1000)
)

test('anything at all is read, or refused with one of five codes', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.oneof(PIECES, fc.string({ maxLength: 8 })), { maxLength: 12 }).map((pieces) => pieces.join(''))
  )
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    text.map((one) => new TextEncoder().encode(one))
  )
  await fc.assert(
    fc.asyncProperty(bytes, async (one) => {
      const seen = await outcome(file(one))
      expect(seen).toMatch(seen.endsWith('items') ? /^\d+ items$/ : REFUSED)
    }),
    { numRuns: 1500 }
  )
})

describe.skipIf(!hasSamples)(`files of other programs ${NO_SAMPLES}`, () => {
  const names = sampleNames(/\.(csv|json)$/)

  test.each(names)('%s comes in, and its receipt adds up', async (name) => {
    const { vault, receipt } = await readImport(sample(name), { secrets: { password: 'a' } })
    expect(vault.items.length).toBeGreaterThan(0)
    expect(receipt.imported + receipt.kept + receipt.refused).toBe(receipt.sourceFields)
    expect(receipt.sourceItems).toBe(vault.items.length)
  })

  test.each(names)('%s cut anywhere or with any byte changed is read or refused, never half read', async (name) => {
    const { bytes } = sample(name)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), fc.boolean(), async (at, byte, isCut) => {
        const changed = isCut ? bytes.slice(0, at) : bytes.with(at, byte)
        const seen = await outcome(file(changed))
        expect(seen).toMatch(seen.endsWith('items') ? /^\d+ items$/ : REFUSED)
      }),
      { numRuns: 25 }
    )
  })
})
