import type { Change } from '../../../core/vault/change.ts'
import type { ImportSummary } from '../../../shared/import-views.ts'
import type { BuildChanges } from '../../item/change-items.ts'
import type { OpenedVault } from '../../opened-vault.ts'
import type { Save } from '../../storage/append-save.ts'
import type { ImportWork } from '../importer.ts'
import { createPace, type Pace } from '../pace.ts'
import type { ReadImport } from '../read-import.ts'
import { attachmentChunks } from './attachment-chunks.ts'
import { importChanges, type Strengths, strengthOf } from './import-changes.ts'
import { type ImportPlan, planImport } from './plan-import.ts'
import { summarise } from './summary.ts'
import { takeBack } from './take-back.ts'

/** An import that was read and compared with the vault, and changes nothing until it is saved. */
export type PreparedImport = {
  readonly summary: ImportSummary
  /** One save, and so one step to take back. READ_ONLY, NO_SPACE, …: nothing came in. */
  readonly save: (into: SaveImport) => Promise<Undoable>
}

/** The way back, as one save too. */
export type Undoable = { readonly takeBack: (opened: OpenedVault, into: SaveImport) => Promise<void> }

export type SaveImport = (build: BuildChanges, reads: readonly string[], chunks?: Save['chunks']) => Promise<void>

/** CANCELLED. */
export async function prepareImport(
  opened: OpenedVault,
  read: ReadImport,
  work: Pick<ImportWork, 'signal' | 'report'>
): Promise<PreparedImport> {
  const pace = createPace(work)
  const plan = await planImport(opened, read.vault, pace)
  const strengths = await strengthsOf(plan, pace)
  const summary = summarise(read, plan)
  return { summary, save: (into) => savePlan(plan, strengths, summary, into) }
}

async function savePlan(
  plan: ImportPlan,
  strengths: Strengths,
  { format, items, attachments }: ImportSummary,
  into: SaveImport
): Promise<Undoable> {
  const journal = { format, items: items.fresh, joined: items.joined, attachments: attachments.fresh }
  const joined = plan.items.filter(({ joins }) => joins !== null).map(({ id }) => id)
  const chunks = attachments.fresh === 0 ? undefined : attachmentChunks(plan)
  const build = importChanges(plan, strengths, journal)
  let saved: readonly Change[] = []
  const remembering: BuildChanges = (opened, at, now) => (saved = build(opened, at, now))
  await into(remembering, joined, chunks)
  return {
    takeBack: ({ folded }, back) =>
      back(
        takeBack(saved, new Set(joined)),
        joined.filter((id) => folded.has(id))
      )
  }
}

/** Estimating takes longer than sealing: it is done a piece at a time before the one save. */
async function strengthsOf({ items }: ImportPlan, pace: Pace): Promise<Strengths> {
  const strengths = new Map<string, number>()
  for (const [index, { fields }] of items.entries()) {
    for (const field of fields) {
      if (field.concealed && field.kind !== 'otp' && !strengths.has(field.value))
        strengths.set(field.value, strengthOf(field))
    }
    await pace(index, items.length)
  }
  return strengths
}
