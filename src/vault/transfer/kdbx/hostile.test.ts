import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { concatBytes } from '../../../core/bytes.ts'
import { foreignArgon2 } from '../../kdf/foreign-argon2.ts'
import type { DeriveForeign } from '../../kdf/foreign-argon2.ts'
import { keePassXmlImporter } from '../keepass-xml/keepass-xml-importer.ts'
import { expectNothingWorse, expectRefusal, importFile } from '../test-support/import-file.ts'
import { kdbxImporter } from './kdbx-importer.ts'
import { addEntry, bytesOf, newKdbx } from './test-support/kdbxweb.ts'
import { writeKdbx } from './write-kdbx.ts'

const noArgon2: DeriveForeign = async (password) => Uint8Array.from(password)
const importer = kdbxImporter
const secrets = { password: 'pw' }
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A file that authenticates, with this document in it: what somebody sends who also tells the password. */
async function sealedWith(xml: string | Uint8Array, binaries: readonly Uint8Array[] = []): Promise<Uint8Array> {
  const content = { xml: typeof xml === 'string' ? utf8(xml) : xml, binaries }
  const parts: Uint8Array[] = []
  const options = { argon2: noArgon2, signal: new AbortController().signal }
  for await (const part of writeKdbx(secrets, async () => content, options)) parts.push(part)
  return concatBytes(...parts)
}

const documentOf = (inside: string): string =>
  `<KeePassFile><Meta/><Root><Group><Name>R</Name>${inside}</Group></Root></KeePassFile>`
const entryOf = (strings: string): string => `<Entry><UUID>AA==</UUID>${strings}</Entry>`
const stringOf = (name: string, value: string): string => `<String><Key>${name}</Key><Value>${value}</Value></String>`

const BOMBS: Readonly<Record<string, () => string>> = {
  'a document type with entities that double': () =>
    `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${documentOf(entryOf(stringOf('Title', '&b;')))}`,
  'a document type that names a file': () =>
    `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${documentOf(entryOf(stringOf('Title', '&a;')))}`,
  'an entity that nothing declares': () => documentOf(entryOf(stringOf('Title', '&a;'))),
  'groups within groups without end': () => documentOf('<Group>'.repeat(10_000)),
  'millions of elements that mean nothing': () => documentOf(`<Entry><Odd>${'<a/>'.repeat(2_000_000)}</Odd></Entry>`),
  'more attributes than an element has': () =>
    `<KeePassFile><Root ${Array.from({ length: 200_000 }, (_, index) => `a${index}=""`).join(' ')}/></KeePassFile>`,
  'more leaves than an entry has': () => documentOf(`<Entry>${'<A>x</A>'.repeat(500_000)}</Entry>`),
  'more strings than an entry has': () =>
    documentOf(entryOf(Array.from({ length: 100_000 }, (_, index) => stringOf(`k${index}`, 'v')).join(''))),
  'more older states than an entry has': () =>
    documentOf(entryOf(`<History>${entryOf(stringOf('Password', 'x')).repeat(50_000)}</History>`)),
  'one attachment that thousands of entries name': () =>
    `<KeePassFile><Meta><Binaries><Binary ID="0">${Buffer.alloc(2 ** 20).toString('base64')}</Binary></Binaries></Meta><Root><Group>${entryOf('<Binary><Key>a</Key><Value Ref="0"/></Binary>').repeat(2000)}</Group></Root></KeePassFile>`,
  'more entries than anybody has': () => documentOf('<Entry/>'.repeat(200_001)),
  'a binary that unfolds': () =>
    `<KeePassFile><Meta><Binaries><Binary ID="0" Compressed="True">${gzippedZeros()}</Binary></Binaries></Meta></KeePassFile>`,
  'no element that closes': () => documentOf(entryOf('<String><Key>')),
  'something else': () => '<html></html>'
}

function gzippedZeros(): string {
  return Buffer.from(gzipSync(Buffer.alloc(64 * 2 ** 20), { level: 1 })).toString('base64')
}

describe('a hostile KeePass document', { timeout: 60_000 }, () => {
  test.each(Object.keys(BOMBS))('with %s is refused, sealed or not', async (name) => {
    const text = BOMBS[name]?.() ?? ''
    // Attachments of KDBX 4 are not in the document.
    if (!text.includes('<Binaries>')) await expectRefusal(importer, await sealedWith(text), secrets, noArgon2)
    await expectRefusal(keePassXmlImporter, utf8(text))
  })

  test('that unfolds from little to much is refused before it is there', async () => {
    const before = process.memoryUsage().arrayBuffers
    const bytes = await sealedWith(documentOf(`<!--${' '.repeat(66 * 2 ** 20)}-->`))
    expect(bytes.length).toBeLessThan(2 ** 20)
    expect(await expectRefusal(importer, bytes, secrets, noArgon2)).toBe('IMPORT_REFUSED')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(512 * 2 ** 20)
  })

  test('calls things by names that programs trip over, and is read', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'otp', 'x'.repeat(5000)]
    const xml = documentOf(entryOf(names.map((name) => stringOf(name, 'v')).join('')))
    const { vault } = await importFile(importer, await sealedWith(xml), secrets, noArgon2)
    expect(vault.items[0]?.fields).toHaveLength(names.length)
    expect(({} as Record<string, unknown>)['v']).toBeUndefined()
  })

  test('that names an attachment that is not there is read without it, and the receipt says so', async () => {
    const xml = documentOf(
      entryOf('<Binary><Key>a</Key><Value Ref="99"/></Binary><Binary><Key>b</Key><Value Ref="__proto__"/></Binary>')
    )
    const { receipt } = await importFile(importer, await sealedWith(xml), secrets, noArgon2)
    expect(receipt.lines.map(({ reason }) => reason)).toEqual(['missingFile', 'missingFile'])
  })
})

describe('numbers of a key derivation', () => {
  /** The bytes of `name` in the dictionary of a header, and what stands there. */
  function patched(bytes: Uint8Array, name: string, value: bigint): Uint8Array {
    const copy = Buffer.from(bytes)
    const at = copy.indexOf(Buffer.concat([Buffer.from([5, 1, 0, 0, 0]), Buffer.from(name, 'latin1')]))
    expect(at).toBeGreaterThan(0)
    copy.writeBigUInt64LE(value, at + 10)
    return Uint8Array.from(copy)
  }

  test('that ask for terabytes or years are refused before a thread is started', async () => {
    // A worker that is not there would be an INTERNAL error.
    const noWorker = foreignArgon2('/nowhere/kdf-worker.js')
    const argon2 = await bytesOf(newKdbx())
    for (const value of [2n ** 42n, 2n ** 63n, 0n, 1024n])
      expect(await expectRefusal(importer, patched(argon2, 'M', value), secrets, noWorker)).toBe('IMPORT_REFUSED')
    for (const value of [0n, 2n ** 32n, 2n ** 64n - 1n])
      expect(await expectRefusal(importer, patched(argon2, 'I', value), secrets, noWorker)).toBe('IMPORT_REFUSED')
    const aes = await bytesOf(newKdbx({ kdf: 'Aes' }))
    for (const value of [0n, 2n ** 28n, 2n ** 63n])
      expect(await expectRefusal(importer, patched(aes, 'R', value), secrets, noWorker)).toBe('IMPORT_REFUSED')
  })
})

describe('a file that chance or malice has touched', () => {
  const files: Uint8Array[] = []
  beforeAll(async () => {
    for (const version of [3, 4] as const) {
      const kdbx = newKdbx({ version })
      for (let index = 0; index < 5; index++) addEntry(kdbx, { Title: `T${index}`, Password: 'p', Notes: 'n' })
      files.push(await bytesOf(kdbx))
    }
  })

  test('is refused when it is cut anywhere', async () => {
    for (const file of files)
      for (let length = 0; length < file.length; length += 41)
        await expectRefusal(importer, file.subarray(0, length), secrets)
  })

  test('never brings down the program when bytes of it are changed', async () => {
    const anyFile = fc.constantFrom(...files)
    await fc.assert(
      fc.asyncProperty(
        anyFile,
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        async (file, flips) => {
          const copy = Uint8Array.from(file)
          // The numbers of the key derivation have tests of their own; here they would only cost time.
          for (const [at, byte] of flips) copy[at % copy.length] = byte
          await expectNothingWorse(importer, copy, secrets)
        }
      ),
      { numRuns: 300 }
    )
  })

  test('never brings down the program when it is any document at all', async () => {
    const piece = fc.constantFrom(
      '<Group>',
      '</Group>',
      '<Entry>',
      '</Entry>',
      '<String>',
      '</String>',
      '<Key>k</Key>',
      '<Value Protected="True">AAA</Value>',
      '<Times><Expires>True</Expires><ExpiryTime>x</ExpiryTime></Times>',
      '<History>',
      '</History>',
      '<Binary><Key>a</Key><Value>AAAA</Value></Binary>',
      '&#0;',
      '\u0000',
      ']]>',
      '<Tags>;,;/</Tags>',
      '<CustomData><Item><Key>coffer.item</Key><Value>{"version":1}</Value></Item></CustomData>'
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        await expectNothingWorse(importer, await sealedWith(documentOf(pieces.join(''))), secrets, noArgon2)
        await expectNothingWorse(keePassXmlImporter, utf8(documentOf(pieces.join(''))))
      }),
      { numRuns: 300 }
    )
  })
})
