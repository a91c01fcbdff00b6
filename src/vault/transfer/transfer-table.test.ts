import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nodeFs } from '../storage/vault-fs.ts'
import { ageImporter, writeAge } from './age/age-format.ts'
import { bitwardenJson } from './bitwarden/bitwarden-json.ts'
import { writeBitwarden } from './bitwarden/write-bitwarden.ts'
import { onePasswordCsv } from './csv/one-password.ts'
import { writeCsv } from './csv/write-csv.ts'
import { cxfExporter } from './cxf/cxf-exporter.ts'
import { cxfImporter } from './cxf/cxf-importer.ts'
import { dashlaneImporter } from './dashlane/dashlane-importer.ts'
import { enpassImporter } from './enpass/enpass-importer.ts'
import type { Importer } from './importer.ts'
import { jsonImporter } from './json/read-json.ts'
import { writeJson } from './json/write-json.ts'
import { kdbxExporter } from './kdbx/kdbx-exporter.ts'
import { kdbxImporter } from './kdbx/kdbx-importer.ts'
import { keePassXmlImporter } from './keepass-xml/keepass-xml-importer.ts'
import { onepuxImporter } from './onepux/onepux-importer.ts'
import { packFolder } from './pack-folder.ts'
import { passImporter } from './pass-store/pass-importer.ts'
import { protonImporter } from './proton/proton-importer.ts'
import { exported } from './test-support/exported.ts'
import { importFile } from './test-support/import-file.ts'
import { quickArgon2 } from './test-support/quick-argon2.ts'
import { ABSENT, type Feature, FEATURES, MARK, TABLE_FILES, type TableFormat } from './test-support/table-fixtures.ts'
import { OTHER_IMPORTED_DATA, type TransferField, type TransferItem, type TransferVault } from './transfer-vault.ts'

const DOCUMENT = readFileSync(resolve(import.meta.dirname, '../../../docs/TRANSFER.md'), 'utf8')
const secrets = { password: 'pw' }

const IMPORTERS: Readonly<Record<TableFormat, Importer>> = {
  kdbx: kdbxImporter,
  'keepass-xml': keePassXmlImporter,
  '1pux': onepuxImporter,
  proton: protonImporter,
  dashlane: dashlaneImporter,
  enpass: enpassImporter,
  cxf: cxfImporter,
  pass: passImporter(async (sealed) => ({ text: new TextDecoder().decode(sealed) }))
}

/** The cells under a heading, by the name in the first column and the names in the first row. */
function table(heading: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const section = DOCUMENT.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
    )
  const [header = [], , ...body] = rows
  return new Map(
    body.map(([name = '', ...cells]) => [
      name,
      new Map(cells.map((cell, index) => [(header[index + 1] ?? '').replaceAll('`', ''), cell]))
    ])
  )
}

/** `pass` gives its name and folder by where it stands. */
async function fileOf(format: TableFormat): Promise<Uint8Array> {
  const bytes = await TABLE_FILES[format]()
  if (format !== 'pass') return bytes
  const folder = mkdtempSync(join(tmpdir(), 'coffer-table-'))
  mkdirSync(join(folder, MARK.folder))
  writeFileSync(join(folder, MARK.folder, `${MARK.title}.gpg`), bytes)
  const packed = await packFolder(nodeFs, folder)
  rmSync(folder, { recursive: true })
  return packed
}

type Fate = 'yes' | 'aside' | 'no'

function fateOf({ items }: TransferVault, feature: Feature): Fate {
  const here = items.find(({ title }) => title === MARK.title)
  if (here === undefined) return 'no'
  const yes = (isSo: boolean): Fate => (isSo ? 'yes' : 'no')
  switch (feature) {
    case 'title':
      return 'yes'
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

describe('the table of imports in docs/TRANSFER.md', () => {
  const cells = table('Imports')
  for (const format of Object.keys(TABLE_FILES) as TableFormat[])
    describe(`says of ${format} what is so:`, () => {
      const read = fileOf(format).then(async (bytes) => importFile(IMPORTERS[format], bytes, secrets))
      test.each(FEATURES)('%s', async (feature) => {
        const fate = ABSENT[format].includes(feature) ? '—' : fateOf((await read).vault, feature)
        expect(cells.get(feature)?.get(format)).toBe(fate)
      })
    })
})

describe('the table of exports in docs/TRANSFER.md', () => {
  const cells = table('Exports')
  const field = (id: string, value: string, more: Partial<TransferField> = {}): TransferField => ({
    id,
    label: `field.${id}`,
    kind: 'text',
    concealed: false,
    section: '',
    value,
    history: [],
    ...more
  })
  const item: TransferItem = {
    type: 'login',
    title: MARK.title,
    favorite: true,
    tags: [MARK.folder, MARK.tags],
    createdAt: MARK.created,
    changedAt: MARK.changed,
    trashedAt: null,
    fields: [
      field('username', MARK.username),
      field('password', MARK.password, {
        concealed: true,
        kind: 'password',
        history: [{ at: MARK.created, value: MARK['older passwords'] }]
      }),
      field('otp', MARK['one-time code'], { kind: 'otp', concealed: true }),
      field('url', MARK.address, { kind: 'url' }),
      field('url-2', MARK['more addresses'], { kind: 'url' }),
      field('notes', MARK.notes, { kind: 'multiline' }),
      field('own', MARK['own fields']),
      field('expires', MARK.expiry, { kind: 'date' }),
      field('passkey', JSON.stringify({ type: 'passkey', credentialId: MARK.passkey }), {
        label: 'passkey',
        section: OTHER_IMPORTED_DATA
      }),
      field('iconid', MARK.icon, { label: 'IconID', section: OTHER_IMPORTED_DATA }),
      field('unknown', MARK['what is unknown'], { label: 'Unknown', section: OTHER_IMPORTED_DATA })
    ],
    attachments: [{ name: 'a.txt', mediaType: 'text/plain', bytes: new TextEncoder().encode(MARK.attachments) }]
  }
  const trashed = { ...item, title: MARK.trash, fields: [], attachments: [], trashedAt: MARK.changed }
  const vault = { items: [item, trashed] }
  const back = {
    kdbx: async () => {
      const { bytes } = await exported(vault, kdbxExporter(secrets, { argon2: quickArgon2, passes: 1 }))
      return importFile(kdbxImporter, bytes, secrets)
    },
    cxf: async () => importFile(cxfImporter, (await exported(vault, cxfExporter)).bytes),
    age: async () => {
      const { bytes } = await exported(vault, writeAge({ passphrase: 'pw' }, { scryptWork: 10 }))
      return importFile(ageImporter(), bytes, secrets)
    },
    json: async () => importFile(jsonImporter, (await exported(vault, writeJson)).bytes),
    bitwarden: async () => importFile(bitwardenJson, (await exported(vault, writeBitwarden)).bytes),
    csv: async () => importFile(onePasswordCsv, (await exported(vault, writeCsv('exact'))).bytes)
  }
  for (const format of ['kdbx', 'cxf', 'age', 'json', 'bitwarden', 'csv'] as const)
    test.each(FEATURES)(`says of ${format} what is so: %s`, async (feature) => {
      const again = (await back[format]()).vault
      const fate = inNotes(again, feature) ? 'notes' : fateOf(again, feature)
      // What stood aside stands aside again.
      expect(cells.get(feature)?.get(format)).toBe(fate === 'aside' ? 'yes' : fate)
    })
})
