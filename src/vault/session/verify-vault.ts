import { type Change, decodeDetails } from '../../core/vault/change.ts'
import type { Job } from '../environment.ts'
import { detailTexts } from '../item/search-text.ts'
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
}

function addTexts({ folded, list }: OpenedVault, group: number, changes: readonly Change[]): void {
  for (const [item, text] of detailTexts(changes)) {
    // An item that was opened meanwhile has told the search a newer text already; one that was purged has none.
    if (folded.sealedGroups(item).includes(group)) list.addDetailText(item, text)
  }
}
