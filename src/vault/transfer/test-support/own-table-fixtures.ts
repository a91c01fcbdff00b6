import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createVault } from '../../create-vault.ts'
import { PASSWORD, quickEnvironment } from '../../test-support/quick-environment.ts'
import { writeAge } from '../age/age-format.ts'
import { prepareImport } from '../apply/import-into.ts'
import { writeJson } from '../json/write-json.ts'
import { createReceiptBook } from '../receipt.ts'
import { OTHER_IMPORTED_DATA, type TransferItem, type TransferVault } from '../transfer-vault.ts'
import { exported } from './exported.ts'
import { field } from './items.ts'
import { MARK, type TableFile, utf8 } from './table-fixtures.ts'

const aside = (id: string, label: string, value: string) => field(id, value, { label, section: OTHER_IMPORTED_DATA })

const ITEM: TransferItem = {
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
    aside('passkey', 'passkey', JSON.stringify({ type: 'passkey', credentialId: MARK.passkey })),
    aside('iconid', 'IconID', MARK.icon),
    aside('unknown', 'Unknown', MARK['what is unknown'])
  ],
  attachments: [{ name: 'a.txt', mediaType: 'text/plain', bytes: utf8(MARK.attachments) }]
}

/** Everything that a vault of ours holds. */
export const FULL_VAULT: TransferVault = {
  items: [ITEM, { ...ITEM, title: MARK.trash, fields: [], attachments: [], trashedAt: MARK.changed }]
}

/** The file of a vault into which all of that was put; a backup of it is a file of the same format. */
async function vaultFile(): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'coffer-table-'))
  const path = join(folder, 'my.coffer')
  const environment = quickEnvironment(join(folder, 'app'))
  const { session } = await createVault(environment, { path, name: 'Mine', masterPassword: PASSWORD })
  const read = { format: 'test', vault: FULL_VAULT, receipt: createReceiptBook().receipt() }
  const work = { signal: new AbortController().signal, report: () => {} }
  const prepared = await prepareImport(session.store.opened(), read, work)
  await prepared.save((build, reads, chunks) => session.store.save(build, reads, chunks))
  await session.lock()
  const bytes = new Uint8Array(await readFile(path))
  await rm(folder, { recursive: true })
  return bytes
}

export const OWN_TABLE_FILES = {
  'coffer-json': { absent: [], make: async () => (await exported(FULL_VAULT, writeJson)).bytes },
  age: {
    absent: [],
    make: async () => (await exported(FULL_VAULT, writeAge({ passphrase: 'pw' }, { scryptWork: 10 }))).bytes
  },
  coffer: { absent: [], make: vaultFile }
} as const satisfies Readonly<Record<string, TableFile>>
