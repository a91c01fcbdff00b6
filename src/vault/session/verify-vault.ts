import { type Change, decodeDetails } from '../../core/vault/change.ts'
import { VaultError } from '../../core/errors.ts'
import type { Job } from '../environment.ts'
import { sealedDetails } from '../../core/vault/sealed-details.ts'
import { currentText, detailTexts } from '../item/search-text.ts'
import type { OpenedVault } from '../opened-vault.ts'
import type { SessionContext } from './session-context.ts'

export type VerifyVault = {
  /**
   * Authenticates every frame that opening left sealed, and lets notes and open fields join the search. `pause` is waited
   * for before each.
   */
  verify(job?: Job, pause?: () => Promise<void>): Promise<{ readonly frames: number; readonly items: number }>
  /** The second half alone, for who only searches: what it reads is authenticated, what it does not need is not read. */
  readNotes(): Promise<void>
}

export const verifyVault = ({ opened }: SessionContext): VerifyVault => ({
  verify: (job, pause) => verify(opened(), job, pause),
  readNotes: () => readNotes(opened())
})

async function verify(
  opened: OpenedVault,
  job?: Job,
  pause?: () => Promise<void>
): Promise<{ readonly frames: number; readonly items: number }> {
  const { folded, file } = opened
  const { frames } = await file.verify({
    ...(job === undefined ? {} : { onProgress: job.report, signal: job.signal }),
    ...(pause === undefined ? {} : { pause }),
    onDetails: (group, changes) => addTexts(opened, group, changes)
  })
  await addChanged(opened, { signal: job?.signal, pause })
  return { frames, items: folded.size }
}

async function readNotes(opened: OpenedVault): Promise<void> {
  const { folded, file } = opened
  const groups = new Set([...folded.ids()].flatMap((id) => [...folded.sealedGroups(id)]))
  for (const group of groups) {
    const bodies = await file.loadDetails(group)
    addTexts(
      opened,
      group,
      bodies.flatMap((body) => decodeDetails(body))
    )
  }
  await addChanged(opened, {})
}

function addTexts({ folded, list }: OpenedVault, group: number, changes: readonly Change[]): void {
  for (const [item, text] of detailTexts(changes)) {
    // Items that were opened or changed come behind; those that were purged have none.
    if (folded.sealedGroups(item).includes(group)) list.addDetailText(item, text)
  }
}

/** Of what was saved behind the columns, and of items that were opened meanwhile, more is known than their group says. */
async function addChanged(
  { folded, file, list }: OpenedVault,
  { signal, pause }: { readonly signal?: AbortSignal | undefined; readonly pause?: (() => Promise<void>) | undefined }
): Promise<void> {
  const sealed = sealedDetails(folded, file.loadDetails)
  for (const id of folded.changedIds()) {
    await pause?.()
    if (signal?.aborted) throw new VaultError('CANCELLED')
    const details = await sealed(id)
    if (folded.has(id)) list.addDetailText(id, currentText(folded, id, details))
  }
}
