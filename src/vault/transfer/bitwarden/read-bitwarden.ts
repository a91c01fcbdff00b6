import { VaultError } from '../../../core/errors.ts'
import { arrayMember, type ForeignJson, isForeignArray, member, textMember } from '../foreign-json.ts'
import type { ImportWork } from '../importer.ts'
import { createPace } from '../pace.ts'
import { folderTag } from '../tags.ts'
import type { TransferItem, TransferVault } from '../transfer-vault.ts'
import { type Places, readItem } from './read-item.ts'

/** An export in the clear, of a person or of an organisation. IMPORT_DAMAGED { place }. */
export async function readBitwarden(document: ForeignJson, work: ImportWork): Promise<TransferVault> {
  const sources = member(document, 'items')
  if (!isForeignArray(sources)) throw new VaultError('IMPORT_DAMAGED', { place: 'items' })
  const places = placesOf(document)
  const pace = createPace(work)
  const items: TransferItem[] = []
  for (const [index, source] of sources.entries()) {
    const item = readItem(source, places, work.book)
    if (item !== null) items.push(item)
    await pace(index, sources.length)
  }
  return { items }
}

function placesOf(document: ForeignJson): Places {
  const named = [...arrayMember(document, 'folders'), ...arrayMember(document, 'collections')]
  return new Map(
    named.flatMap((place) => {
      const tag = folderTag(textMember(place, 'name'))
      return tag === null ? [] : [[textMember(place, 'id'), tag] as const]
    })
  )
}
