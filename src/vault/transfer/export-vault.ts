import type { ExportFormat, ExportOutcome, ExportSeal } from '../../shared/export-views.ts'
import type { Environment, Job } from '../environment.ts'
import { checkPassword } from '../keys/unlock-head.ts'
import type { OpenedVault } from '../opened-vault.ts'
import { writePieces } from '../storage/write-pieces.ts'
import { createLossBook, type Exporter } from './exporter.ts'
import { exporterFor } from './exporters.ts'
import { type DamagedAttachment, gatherItems } from './gather.ts'
import type { TransferItem } from './transfer-vault.ts'

export type ExportVaultRequest = {
  readonly target: string
  readonly format: ExportFormat
  readonly seal: ExportSeal
  /** Asked again: what leaves the vault in one piece is worth a second look. */
  readonly masterPassword: string
}

/**
 * Writes all items for other programs: beside the target, synced, read back, and only then under its name; 0600, and
 * nothing anywhere else. WRONG_PASSWORD, ALREADY_EXISTS rather than overwriting, CANCELLED, and as exporterFor.
 */
export async function exportVault(
  environment: Environment,
  opened: OpenedVault,
  { target, format, seal, masterPassword }: ExportVaultRequest
): Promise<ExportOutcome> {
  const write = exporterFor(format, seal, environment.deriveKey)
  await checkPassword(opened.head, masterPassword, environment)
  return environment.runJob('export', async (job) => writeItems(environment, opened, { target, write }, job))
}

async function writeItems(
  { fs, now }: Environment,
  opened: OpenedVault,
  { target, write }: { readonly target: string; readonly write: Exporter },
  job: Job
): Promise<ExportOutcome> {
  const book = createLossBook()
  const name = opened.folded.vaultProperties().get('name')?.value
  const tally = { items: 0, damaged: [] as DamagedAttachment[] }
  const work = { book, signal: job.signal, vaultName: typeof name === 'string' ? name : '', now: now() }
  const pieces = write(itemsOf(opened, job, tally), work)
  const bytes = await writePieces(fs, { path: target, replace: false }, pieces, job.signal)
  return { ...tally, bytes, losses: [...book.losses()] }
}

async function* itemsOf(
  opened: OpenedVault,
  job: Job,
  tally: { items: number; readonly damaged: DamagedAttachment[] }
): AsyncIterable<TransferItem> {
  for await (const { item, damaged } of gatherItems(opened, { job })) {
    for (const attachment of damaged) tally.damaged.push({ item: item.title, attachment })
    tally.items++
    yield item
  }
}
