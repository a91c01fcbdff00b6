import { type LossKind, lossKind } from '../../shared/export-views.ts'
import type { TransferItem } from './transfer-vault.ts'

export type { LossKind }

/** How many of something the file does not hold, or holds in another form. */
export type Loss = { readonly what: LossKind; readonly count: number }

export type LossBook = {
  readonly lost: (what: LossKind, count?: number) => void
  /** What was counted, in the order of lossKind. */
  readonly losses: () => readonly Loss[]
}

export function createLossBook(): LossBook {
  const counts = new Map<LossKind, number>()
  return {
    lost(what, count = 1) {
      if (count > 0) counts.set(what, (counts.get(what) ?? 0) + count)
    },
    losses: () =>
      lossKind.options.flatMap((what) => ({ what, count: counts.get(what) ?? 0 })).filter(({ count }) => count > 0)
  }
}

export type ExportWork = {
  readonly book: LossBook
  readonly signal: AbortSignal
  /** The name of the vault: for formats that write one. */
  readonly vaultName: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * One foreign format: items in, the pieces of the file out. A format that is one document collects its items first;
 * others write as they read. What it cannot carry goes into the book, counted. Nothing touches a disk here.
 */
export type Exporter = (items: AsyncIterable<TransferItem>, work: ExportWork) => AsyncIterable<Uint8Array>
