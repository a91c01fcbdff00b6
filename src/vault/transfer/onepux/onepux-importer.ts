import { VaultError } from '../../../core/errors.ts'
import { arrayMember, type ForeignJson, member, parseForeignJson, textMember } from '../foreign-json.ts'
import { foreignText } from '../foreign-text.ts'
import type { Importer } from '../importer.ts'
import { createPace } from '../pace.ts'
import { folderTag } from '../tags.ts'
import type { TransferItem } from '../transfer-vault.ts'
import { openZip, type ZipEntry, zipNames } from '../unzip.ts'
import { onepuxItem } from './onepux-item.ts'

const DATA = 'export.data'

/** 1PUX, what 1Password 8 exports: an archive of one JSON document and the files that it names. */
export const onepuxImporter: Importer = {
  format: '1pux',
  recognises: ({ bytes }) => zipNames(bytes).has(DATA),
  async read({ bytes }, work) {
    const entries = openZip(bytes)
    const data = entries.find(({ name }) => name === DATA)
    if (data === undefined) throw new VaultError('IMPORT_DAMAGED', { place: DATA })
    const found = itemsOf(parseForeignJson(foreignText(data.read())))
    const pace = createPace(work)
    const files = filesOf(entries)
    const items: TransferItem[] = []
    for (const { source, vaultTag } of found) {
      items.push(onepuxItem(source, { book: work.book, vaultTag, files }))
      await pace(items.length, found.length)
    }
    return { items }
  }
}

type Found = { readonly source: ForeignJson; readonly vaultTag: string | null }

function itemsOf(document: ForeignJson): readonly Found[] {
  if (!Array.isArray(member(document, 'accounts'))) throw new VaultError('IMPORT_DAMAGED', { place: DATA })
  const vaults = arrayMember(document, 'accounts').flatMap((account) => arrayMember(account, 'vaults'))
  return vaults.flatMap((vault) => {
    const vaultTag = vaults.length > 1 ? folderTag(textMember(member(vault, 'attrs'), 'name')) : null
    return arrayMember(vault, 'items').map((item) => ({ source: member(item, 'item') ?? item, vaultTag }))
  })
}

/** `files/<document id>__<name>`. */
function filesOf(entries: readonly ZipEntry[]): ReadonlyMap<string, ZipEntry> {
  const files = new Map<string, ZipEntry>()
  for (const entry of entries) {
    const id = /^files\/([^/]+?)__/.exec(entry.name)?.[1]
    if (id !== undefined && !files.has(id)) files.set(id, entry)
  }
  return files
}
