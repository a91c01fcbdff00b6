import { VaultError } from '../../../core/errors.ts'
import { arrayMember, type ForeignJson, isForeignArray, member, parseForeignJson, textMember } from '../foreign-json.ts'
import { foreignText, startOfText } from '../foreign-text.ts'
import type { Importer } from '../importer.ts'
import { createPace } from '../pace.ts'
import { folderTag } from '../tags.ts'
import type { TransferItem } from '../transfer-vault.ts'
import { enpassItem } from './enpass-item.ts'

/** Folders within each other; one that is its own parent ends here too. */
const MAX_DEPTH = 20

/** The JSON that Enpass 6 exports. */
export const enpassImporter: Importer = {
  format: 'enpass',
  recognises: ({ bytes }) => {
    const start = startOfText(bytes)
    if (!start.trimStart().startsWith('{')) return false
    return /"items"\s*:/.test(start) && /"template_type"\s*:|"value_updated_at"\s*:|"parent_uuid"\s*:/.test(start)
  },
  async read({ bytes }, work) {
    const document = parseForeignJson(foreignText(bytes))
    if (!isForeignArray(member(document, 'items'))) throw new VaultError('IMPORT_DAMAGED', { place: 'items' })
    const sources = arrayMember(document, 'items')
    const context = { book: work.book, folders: folderPaths(arrayMember(document, 'folders')) }
    const pace = createPace(work)
    const items: TransferItem[] = []
    for (const source of sources) {
      items.push(enpassItem(source, context))
      await pace(items.length, sources.length)
    }
    return { items }
  }
}

function folderPaths(folders: readonly ForeignJson[]): ReadonlyMap<string, string> {
  const byId = new Map(folders.map((folder) => [textMember(folder, 'uuid'), folder]))
  const paths = new Map<string, string>()
  for (const [id, folder] of byId) {
    const parts: string[] = []
    let at: ForeignJson | undefined = folder
    for (let depth = 0; at !== undefined && depth < MAX_DEPTH; depth++) {
      parts.unshift(textMember(at, 'title'))
      const parent = textMember(at, 'parent_uuid')
      at = parent === '' ? undefined : byId.get(parent)
    }
    const tag = folderTag(parts.join('/'))
    if (tag !== null) paths.set(id, tag)
  }
  return paths
}
