import { VaultError } from '../../../core/errors.ts'
import { arrayMember, type ForeignJson, isForeignArray, member, parseForeignJson, textMember } from '../foreign-json.ts'
import { foreignText, startOfText } from '../foreign-text.ts'
import type { Importer } from '../importer.ts'
import { createPace } from '../pace.ts'
import { folderTag } from '../tags.ts'
import type { TransferItem } from '../transfer-vault.ts'
import { cxfItem } from './cxf-item.ts'

/** Within each other. */
const MAX_COLLECTIONS = 20
const VERSION = 1

/** FIDO Credential Exchange Format 1.0, the JSON document. */
export const cxfImporter: Importer = {
  format: 'cxf',
  recognises: ({ bytes }) => {
    const start = startOfText(bytes)
    return start.trimStart().startsWith('{') && /"exporter(?:RpId|DisplayName)"\s*:/.test(start)
  },
  async read({ bytes }, work) {
    const document = parseForeignJson(foreignText(bytes))
    checkVersion(document)
    const accounts = arrayMember(document, 'accounts')
    const sources = accounts.flatMap((account) => arrayMember(account, 'items'))
    const context = { book: work.book, collections: collectionTags(accounts) }
    const pace = createPace(work)
    const items: TransferItem[] = []
    for (const source of sources) {
      items.push(cxfItem(source, context))
      await pace(items.length, sources.length)
    }
    return { items }
  }
}

/** A greater minor version says more in the same words, a greater major one may mean anything. */
function checkVersion(document: ForeignJson): void {
  if (!isForeignArray(member(document, 'accounts'))) throw new VaultError('IMPORT_DAMAGED', { place: 'accounts' })
  const major = member(member(document, 'version'), 'major')
  if (typeof major === 'number' && major > VERSION) throw new VaultError('IMPORT_REFUSED', { reason: 'version' })
}

function collectionTags(accounts: readonly ForeignJson[]): ReadonlyMap<string, readonly string[]> {
  const tags = new Map<string, string[]>()
  const walk = (collection: ForeignJson, above: string, depth: number): void => {
    const path = [above, textMember(collection, 'title')].filter((part) => part !== '').join('/')
    const tag = folderTag(path)
    for (const linked of arrayMember(collection, 'items')) {
      const id = textMember(linked, 'item')
      if (tag === null || id === '') continue
      const known = tags.get(id)
      if (known === undefined) tags.set(id, [tag])
      else known.push(tag)
    }
    if (depth < MAX_COLLECTIONS)
      for (const inner of arrayMember(collection, 'subCollections')) walk(inner, path, depth + 1)
  }
  for (const account of accounts) for (const collection of arrayMember(account, 'collections')) walk(collection, '', 0)
  return tags
}
