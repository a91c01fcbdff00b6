/** Why a source field did not become a field of its own; a closed list, so that each has a sentence in each language. */
export type ReceiptReason =
  | 'noPlaceForIt'
  | 'unknownField'
  | 'unknownType'
  | 'unreadable'
  | 'tooLarge'
  | 'missingFile'
  | 'brokenReference'
  | 'duplicate'
  | 'leftOut'

/** A source field that was kept aside (under "Other imported data") or refused. Never holds a value. */
export type ReceiptLine = {
  readonly item: string
  readonly field: string
  readonly fate: 'kept' | 'refused'
  readonly reason: ReceiptReason
}

/** What became of a source: `imported + kept + refused` is `sourceFields`, counted on its own while reading. */
export type Receipt = {
  readonly sourceItems: number
  readonly sourceFields: number
  readonly imported: number
  readonly kept: number
  readonly refused: number
  /** Every kept or refused field, up to MAX_RECEIPT_LINES; the counts above are of all. */
  readonly lines: readonly ReceiptLine[]
}

export const MAX_RECEIPT_LINES = 10_000

export type ReceiptBook = {
  /** Says that the source has this many more items, or fields with something in them, before their fate is known. */
  found(items: number, fields: number): void
  imported(fields?: number): void
  kept(item: string, field: string, reason: ReceiptReason): void
  refused(item: string, field: string, reason: ReceiptReason): void
  receipt(): Receipt
}

export function createReceiptBook(): ReceiptBook {
  const counts = { sourceItems: 0, sourceFields: 0, imported: 0, kept: 0, refused: 0 }
  const lines: ReceiptLine[] = []
  const note = (item: string, field: string, fate: ReceiptLine['fate'], reason: ReceiptReason) => {
    counts[fate]++
    if (lines.length < MAX_RECEIPT_LINES) lines.push({ item, field, fate, reason })
  }
  return {
    found(items, fields) {
      counts.sourceItems += items
      counts.sourceFields += fields
    },
    imported(fields = 1) {
      counts.imported += fields
    },
    kept: (item, field, reason) => note(item, field, 'kept', reason),
    refused: (item, field, reason) => note(item, field, 'refused', reason),
    receipt: () => ({ ...counts, lines })
  }
}
