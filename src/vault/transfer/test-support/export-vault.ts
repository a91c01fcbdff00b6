import { concatBytes } from '../../../core/bytes.ts'
import { createLossBook, type Exporter, type Loss } from '../exporter.ts'
import type { TransferItem, TransferVault } from '../transfer-vault.ts'

export const NOW = Date.UTC(2026, 0, 2, 3, 4, 5)

/** The whole file that an exporter makes, and what it says that it could not carry. */
export async function exportVault(
  exporter: Exporter,
  vault: TransferVault
): Promise<{ readonly bytes: Uint8Array; readonly losses: readonly Loss[] }> {
  const book = createLossBook()
  const pieces: Uint8Array[] = []
  const work = { book, signal: AbortSignal.timeout(60_000), vaultName: 'Test', now: NOW }
  for await (const piece of exporter(each(vault.items), work)) pieces.push(piece)
  return { bytes: concatBytes(...pieces), losses: book.losses() }
}

async function* each(items: readonly TransferItem[]): AsyncIterable<TransferItem> {
  yield* items
}
