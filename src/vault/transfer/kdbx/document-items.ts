import type { Pace } from '../pace.ts'
import type { ReceiptBook } from '../receipt.ts'
import type { TransferItem, TransferVault } from '../transfer-vault.ts'
import { entryItem } from './entry-item.ts'
import { placesIn } from './entry-place.ts'
import type { KeePassDocument } from './keepass-document.ts'
import { referenceResolver } from './references.ts'

export type DocumentWork = {
  readonly binaryOf: (ref: string) => Uint8Array | undefined
  readonly book: ReceiptBook
  readonly pace: Pace
}

/** The entries of a KeePass document as items, in its order. CANCELLED. */
export async function documentItems(document: KeePassDocument, work: DocumentWork): Promise<TransferVault> {
  const { entries, icons } = document
  const context = {
    ...work,
    icons,
    placeOf: placesIn(document, Date.now()),
    resolve: referenceResolver(entries)
  }
  refuseGroupNotes(document, work.book)
  const items: TransferItem[] = []
  for (const entry of entries) {
    items.push(entryItem(entry, context))
    await work.pace(items.length, entries.length)
  }
  return { items }
}

/** A tag has no text of its own, nor has a vault. */
function refuseGroupNotes({ groups, meta }: KeePassDocument, book: ReceiptBook): void {
  for (const { texts } of groups.values()) if (isText(texts.get('Notes'))) refuse(texts.get('Name') ?? '', 'Notes')
  if (isText(meta.get('DatabaseDescription'))) refuse(meta.get('DatabaseName') ?? '', 'DatabaseDescription')
  function refuse(item: string, field: string): void {
    book.found(0, 1)
    book.refused(item, field, 'noPlaceForIt')
  }
}

const isText = (text: string | undefined): boolean => text !== undefined && text.trim() !== ''
