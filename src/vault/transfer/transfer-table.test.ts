import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SecretBytes } from '../../core/crypto/secret-bytes.ts'
import { type ExportFormat, exportFormat } from '../../shared/export-views.ts'
import type { DeriveKey } from '../kdf/derive-key.ts'
import type { DeriveForeign } from '../kdf/foreign-argon2.ts'
import { nodeFs } from '../storage/vault-fs.ts'
import { PASSWORD } from '../test-support/quick-environment.ts'
import { ageImporter, writeAge } from './age/age-format.ts'
import { bitwardenJson } from './bitwarden/bitwarden-json.ts'
import { writeSealedBitwarden } from './bitwarden/seal-bitwarden.ts'
import { writeBitwarden } from './bitwarden/write-bitwarden.ts'
import { mappedCsv } from './csv/any-csv.ts'
import { onePasswordCsv } from './csv/one-password.ts'
import { writeCsv } from './csv/write-csv.ts'
import { cxfExporter } from './cxf/cxf-exporter.ts'
import { cxfImporter } from './cxf/cxf-importer.ts'
import type { Exporter } from './exporter.ts'
import type { Importer, ImportSecrets } from './importer.ts'
import { IMPORTERS } from './importers.ts'
import { jsonImporter } from './json/read-json.ts'
import { writeJson } from './json/write-json.ts'
import { kdbxExporter } from './kdbx/kdbx-exporter.ts'
import { kdbxImporter } from './kdbx/kdbx-importer.ts'
import { packFolder } from './pack-folder.ts'
import { passImporter } from './pass-store/pass-importer.ts'
import { BITWARDEN_TABLE_FILES } from './test-support/bitwarden-table-fixture.ts'
import { CSV_TABLE_FILES, CSV_TABLE_MAPPING } from './test-support/csv-table-fixtures.ts'
import { recognise } from './recognise.ts'
import { exported } from './test-support/exported.ts'
import { importFile } from './test-support/import-file.ts'
import { FULL_VAULT, OWN_TABLE_FILES } from './test-support/own-table-fixtures.ts'
import { ABSENT, type Feature, FEATURES, MARK, TABLE_FILES, type TableFile } from './test-support/table-fixtures.ts'
import { OTHER_IMPORTED_DATA, type TransferItem, type TransferVault } from './transfer-vault.ts'

const DOCUMENT = readFileSync(resolve(import.meta.dirname, '../../../docs/TRANSFER.md'), 'utf8')
const secrets = { password: 'pw' }

/** Neither the cost of Argon2id nor its strength is the point. */
const noArgon2: DeriveForeign = async (password, { salt }) =>
  new Uint8Array(createHash('sha256').update(password).update(salt).digest())
const noArgon2Key: DeriveKey = async ({ bytes }, params) =>
  SecretBytes.own(await noArgon2(bytes, { ...params, variant: 'id', version: 0x13 }))

type Column = TableFile & {
  readonly importer?: Importer
  readonly secrets?: ImportSecrets
  readonly argon2?: DeriveForeign
}

/** Each column of the tables of imports; the importer is the one that recognises the file, unless it is said here. */
const COLUMNS: Readonly<Record<string, Column>> = {
  ...Object.fromEntries(
    (['kdbx', 'keepass-xml', '1pux', 'proton', 'dashlane', 'enpass', 'cxf'] as const).map((format) => [
      format,
      { make: TABLE_FILES[format], absent: ABSENT[format] }
    ])
  ),
  pass: {
    make: passFolder,
    absent: ABSENT.pass,
    importer: passImporter(async (sealed) => ({ text: new TextDecoder().decode(sealed) }))
  },
  ...BITWARDEN_TABLE_FILES,
  ...CSV_TABLE_FILES,
  csv: { ...CSV_TABLE_FILES.csv, importer: mappedCsv(CSV_TABLE_MAPPING) },
  ...OWN_TABLE_FILES,
  coffer: { ...OWN_TABLE_FILES.coffer, secrets: { password: PASSWORD }, argon2: noArgon2 }
}

/** The cells of all tables under a heading, by the name in the first column and the names in the row without one. */
function table(heading: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const section = DOCUMENT.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  const cells = new Map<string, Map<string, string>>()
  let formats: readonly string[] = []
  for (const line of section.split('\n').filter((one) => /^\|(?!--)/.test(one))) {
    const [name = '', ...row] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    if (name === '') formats = row.map((format) => format.replaceAll('`', ''))
    else
      cells.set(
        name,
        new Map([...(cells.get(name) ?? []), ...row.map((cell, at) => [formats[at] ?? '', cell] as const)])
      )
  }
  return cells
}

/** `pass` gives its name and folder by where it stands. */
async function passFolder(): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'coffer-table-'))
  mkdirSync(join(folder, MARK.folder))
  writeFileSync(join(folder, MARK.folder, `${MARK.title}.gpg`), await TABLE_FILES.pass())
  const packed = await packFolder(nodeFs, folder)
  rmSync(folder, { recursive: true })
  return packed
}

type Fate = 'yes' | 'aside' | 'no'

function fateOf({ items }: TransferVault, feature: Feature): Fate {
  // A format without titles names it otherwise.
  const here = items.find(({ title }) => title !== MARK.trash)
  if (here === undefined) return 'no'
  const yes = (isSo: boolean): Fate => (isSo ? 'yes' : 'no')
  switch (feature) {
    case 'title':
      return yes(here.title === MARK.title)
    case 'favourite':
      return yes(here.favorite)
    case 'created':
      return yes(here.createdAt === MARK.created)
    case 'changed':
      return yes(here.changedAt === MARK.changed)
    case 'folder':
    case 'tags':
      return yes(here.tags.includes(MARK[feature]))
    case 'trash':
      return yes(items.some(({ title, trashedAt }) => title === MARK.trash && trashedAt !== null))
    case 'older passwords':
      return yes(
        here.fields.some(({ id, history }) => id === 'password' && history.some(({ value }) => value === MARK[feature]))
      )
    case 'attachments':
      return yes(here.attachments.some(({ bytes }) => new TextDecoder().decode(bytes) === MARK[feature]))
    default:
      return fateOfValue(here, MARK[feature])
  }
}

function fateOfValue({ fields }: TransferItem, mark: string): Fate {
  const holding = fields.find(({ value }) => value.includes(mark))
  if (holding === undefined) return 'no'
  return holding.section === OTHER_IMPORTED_DATA ? 'aside' : 'yes'
}

/** What has no column of its own stands in a line of the notes. */
function inNotes({ items }: TransferVault, feature: Feature): boolean {
  const notes = items.find(({ title }) => title === MARK.title)?.fields.find(({ id }) => id === 'notes')?.value ?? ''
  const mark = new Map<Feature, string | number>(Object.entries(MARK) as [Feature, string | number][]).get(feature)
  return feature !== 'notes' && mark !== undefined && notes.includes(`${mark}`)
}

describe('the tables of imports in docs/TRANSFER.md', () => {
  const cells = table('Imports')
  for (const [format, { make, absent, importer: said, ...options }] of Object.entries(COLUMNS))
    describe(`say of ${format} what is so:`, () => {
      const read = make().then(async (bytes) => {
        const importer = said ?? recognise({ name: 'x', bytes })
        return importFile(importer, bytes, options.secrets ?? secrets, options.argon2)
      })
      test.each(FEATURES)('%s', async (feature) => {
        const fate = absent.includes(feature) ? '—' : fateOf((await read).vault, feature)
        expect(cells.get(feature)?.get(format)).toBe(fate)
      })
      test('the receipt adds up', async () => {
        const { receipt, format: found } = await read
        expect(receipt.imported + receipt.kept + receipt.refused).toBe(receipt.sourceFields)
        expect(found).toBe(format === 'bitwarden-sealed' ? 'bitwarden-json' : format)
      })
    })

  test('have a column for each format that is read', () => {
    const columns = [...(cells.get('title')?.keys() ?? [])]
    expect(columns.toSorted()).toEqual(Object.keys(COLUMNS).toSorted())
    expect(columns).toEqual(expect.arrayContaining(IMPORTERS.map(({ format }) => format)))
  })
})

describe('the table of exports in docs/TRANSFER.md', () => {
  const cells = table('Exports')
  type Way = { readonly write: Exporter; readonly read: Importer; readonly argon2?: DeriveForeign }
  const ways: Readonly<Record<ExportFormat, Way>> = {
    kdbx: { write: kdbxExporter(secrets, { argon2: noArgon2 }), read: kdbxImporter, argon2: noArgon2 },
    cxf: { write: cxfExporter, read: cxfImporter },
    age: { write: writeAge({ passphrase: 'pw' }, { scryptWork: 10 }), read: ageImporter() },
    json: { write: writeJson, read: jsonImporter },
    bitwarden: { write: writeBitwarden, read: bitwardenJson },
    'bitwarden-sealed': { write: writeSealedBitwarden('pw', noArgon2Key), read: bitwardenJson, argon2: noArgon2 },
    csv: { write: writeCsv('exact'), read: onePasswordCsv },
    'csv-safe': { write: writeCsv('safe'), read: onePasswordCsv }
  }
  for (const [format, { write, read, argon2 }] of Object.entries(ways)) {
    const back = exported(FULL_VAULT, write).then(async ({ bytes }) => importFile(read, bytes, secrets, argon2))
    test.each(FEATURES)(`says of ${format} what is so: %s`, async (feature) => {
      const again = (await back).vault
      const fate = inNotes(again, feature) ? 'notes' : fateOf(again, feature)
      // What stood aside stands aside again.
      expect(cells.get(feature)?.get(format)).toBe(fate === 'aside' ? 'yes' : fate)
    })
  }

  test('has a column for each format that is written', () => {
    expect([...(cells.get('title')?.keys() ?? [])].toSorted()).toEqual(exportFormat.options.toSorted())
  })
})
