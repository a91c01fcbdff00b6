import { VaultError } from '../../core/errors.ts'
import type { Job } from '../environment.ts'
import { detailTexts } from '../item/search-text.ts'
import type { OpenedVault } from '../opened-vault.ts'
import type { SessionContext } from './session-context.ts'

export type VerifyVault = {
  /** Authenticates every frame that opening left sealed, and lets notes and open fields join the search. */
  verify(job?: Job): Promise<{ readonly frames: number; readonly items: number }>
  /** The second half alone, for who only searches: what it reads is authenticated, what it does not need is not read. */
  readNotes(): Promise<void>
}

export const verifyVault = ({ opened }: SessionContext): VerifyVault => ({
  verify: (job) => verify(opened(), job),
  readNotes: () => readNotes(opened())
})

async function verify(opened: OpenedVault, job?: Job): Promise<{ frames: number; items: number }> {
  const { folded, file } = opened
  const { frames } = await file.verify(job === undefined ? {} : { onProgress: job.report, signal: job.signal })
  await readNotes(opened, job)
  return { frames, items: folded.size }
}

async function readNotes({ folded, file, list }: OpenedVault, job?: Job): Promise<void> {
  const groups = new Set([...folded.ids()].flatMap((id) => [...folded.sealedGroups(id)]))
  for (const group of groups) {
    if (job?.signal.aborted) throw new VaultError('CANCELLED')
    for (const [item, text] of detailTexts(await file.loadDetails(group))) {
      // An item that was opened meanwhile has told the search a newer text already.
      if (folded.has(item) && folded.sealedGroups(item).includes(group)) list.addDetailText(item, text)
    }
  }
}
