import { randomBytes } from '../../../core/random.ts'
import type { Exporter, ExportWork } from '../exporter.ts'
import type { TransferField, TransferItem } from '../transfer-vault.ts'
import { cofferExtensionOf } from './cxf-extension.ts'
import { type WrittenCredentials, writeCredentials } from './cxf-credentials.ts'

/** No domain stands behind us; RFC 2606, section 2. */
const RP_ID = 'coffer.invalid'

/**
 * FIDO Credential Exchange Format 1.0, in the clear, item by item. It has no trash, no attachments in the document and no
 * older values. Passkeys with a counter that is not zero are left out, unknown credentials go back as they came.
 */
export const cxfExporter: Exporter = async function* exportCxf(items, work) {
  const encoder = new TextEncoder()
  yield encoder.encode(`${head(work)}[`)
  let isFirst = true
  for await (const item of items) {
    if (item.trashedAt !== null) {
      work.book.lost('trashedItems')
      continue
    }
    yield encoder.encode(`${isFirst ? '' : ','}\n${JSON.stringify(cxfItemOf(item, work))}`)
    isFirst = false
  }
  yield encoder.encode('\n]}]}\n')
}

function head({ now, vaultName }: ExportWork): string {
  const header = {
    version: { major: 1, minor: 0 },
    exporterRpId: RP_ID,
    exporterDisplayName: 'Coffer',
    timestamp: seconds(now)
  }
  const account = { id: newId(), username: vaultName.toWellFormed(), email: '', collections: [] }
  // The items are the last member of the only account, so that they can be written one by one.
  return `${JSON.stringify(header).slice(0, -1)},"accounts":[${JSON.stringify(account).slice(0, -1)},"items":`
}

function cxfItemOf(item: TransferItem, { book, now }: ExportWork): Readonly<Record<string, unknown>> {
  const written = writeCredentials(item)
  countLosses(item, written, book)
  const { credentials, urls, keys } = written
  const described = item.fields.flatMap((field) => describe(field, keys))
  return {
    id: newId(),
    creationAt: seconds(item.createdAt ?? item.changedAt ?? now),
    modifiedAt: seconds(item.changedAt ?? item.createdAt ?? now),
    title: item.title,
    favorite: item.favorite,
    ...(urls.length > 0 && { scope: { urls, androidApps: [] } }),
    credentials,
    tags: item.tags,
    extensions: [cofferExtensionOf(item.type, described)]
  }
}

function describe(field: TransferField, keys: WrittenCredentials['keys']) {
  const key = keys.get(field)
  const { id, label, kind, concealed, section } = field
  return key === undefined ? [] : [{ key, id, label, kind, concealed, section }]
}

function countLosses(item: TransferItem, { withheld, keys }: WrittenCredentials, book: ExportWork['book']): void {
  book.lost('attachments', item.attachments.length)
  book.lost(
    'history',
    item.fields.reduce((sum, { history }) => sum + history.length, 0)
  )
  book.lost('other', withheld)
  const codes = item.fields.filter(({ kind, value }) => kind === 'otp' && value !== '')
  // Those that no credential could hold are custom fields, which no other program makes codes of.
  book.lost('oneTimeCodes', codes.filter((field) => !keys.get(field)?.endsWith('.secret')).length)
}

const seconds = (at: number): number => Math.floor(at / 1000)
const newId = (): string => Buffer.from(randomBytes(16)).toString('base64url')
