import { describe, expect, test } from 'vitest'
import { VaultError } from '../../core/errors.ts'
import { IMPORTERS } from './importers.ts'
import { recognise } from './recognise.ts'
import { importFile } from './test-support/import-file.ts'
import { hasSamples, NO_SAMPLES, sample, sampleNames } from './test-support/samples.ts'
import { TABLE_FILES, type TableFormat } from './test-support/table-fixtures.ts'

describe('a file is known by what it holds', () => {
  const formats = (Object.keys(TABLE_FILES) as TableFormat[]).filter((format) => format !== 'pass')
  test.each(formats)('%s, among all formats', async (format) => {
    expect(recognise({ name: 'passwords.txt', bytes: await TABLE_FILES[format]() }).format).toBe(format)
  })

  test('nothing of nothing', () => {
    for (const bytes of [
      new Uint8Array(0),
      new Uint8Array(5000),
      Uint8Array.of(0x50, 0x4b, 3, 4),
      Uint8Array.of(0x1f, 0x8b, 8)
    ])
      expect(IMPORTERS.filter((importer) => importer.recognises({ name: 'x.kdbx', bytes }))).toEqual([])
  })
})

const PASSWORDS: Readonly<Record<string, string>> = {
  'Format300.kdbx': 'a',
  'NewDatabase.kdbx': 'a',
  'RecycleBinWithData.kdbx': '123',
  'ProtectedStrings.kdbx': 'masterpw',
  'bitwarden_encrypted_export.json': 'a'
}

describe.skipIf(!hasSamples)(`files that other programs made ${NO_SAMPLES}`, () => {
  test.each(sampleNames(/\.(kdbx|xml|1pux|json|csv)$/))(
    '%s is recognised and read, and the receipt adds up',
    async (name) => {
      const source = sample(name)
      const password = PASSWORDS[name]
      const keyFile = name === 'FileKeyXmlV2.kdbx' ? { keyFile: sample('FileKeyXmlV2.keyx').bytes } : {}
      const secrets = { ...(password !== undefined && { password }), ...keyFile }
      const read = await importFile(recognise(source), source.bytes, secrets)
      expect(read.receipt.sourceItems).toBe(read.vault.items.length)
    }
  )

  test('are refused without their password, which is asked for', async () => {
    for (const name of Object.keys(PASSWORDS)) {
      const source = sample(name)
      const error: unknown = await importFile(recognise(source), source.bytes).catch((reason: unknown) => reason)
      expect(error instanceof VaultError && error.code).toBe('IMPORT_NEEDS_PASSWORD')
    }
  })
})
