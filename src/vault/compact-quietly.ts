import { VaultError } from '../core/errors.ts'
import { rewriteVault } from './compact-vault.ts'
import type { Job } from './environment.ts'
import type { OpenedVault } from './opened-vault.ts'
import type { Serial } from './serial.ts'
import type { VaultFs } from './storage/vault-fs.ts'

export type Compacting = {
  readonly fs: VaultFs
  readonly inTurn: Serial
  readonly mine: OpenedVault
  readonly current: () => OpenedVault
  readonly goOn: (next: OpenedVault) => void
  /** Aborted as soon as anything is to be saved. */
  readonly giveWay: AbortSignal
}

/**
 * Writes the vault anew beside the saves, not among them: a save that comes meanwhile goes first, and this ends with
 * CANCELLED, the file as it was. Only for the moment of the swap, and of reading the new file, a save has to wait.
 */
export async function compactQuietly(parts: Compacting, job?: Job): Promise<void> {
  const { fs, inTurn, mine, current, goOn, giveWay } = parts
  const { size } = mine.file.tip
  const turn = holdTurn(inTurn)
  try {
    const signal = job === undefined ? giveWay : AbortSignal.any([job.signal, giveWay])
    const again = await rewriteVault(fs, mine, {
      signal,
      ...(job === undefined ? {} : { report: job.report }),
      async beforeSwap() {
        await turn.take()
        if (giveWay.aborted || current() !== mine || mine.file.tip.size !== size) throw new VaultError('CANCELLED')
      }
    })
    goOn(again)
  } finally {
    turn.leave()
  }
}

/** A turn that is held from `take` to `leave`. */
function holdTurn(inTurn: Serial): { readonly take: () => Promise<void>; readonly leave: () => void } {
  let leave = (): void => {}
  const left = new Promise<void>((resolve) => {
    leave = resolve
  })
  return {
    take: () =>
      new Promise((resolve, reject) => {
        inTurn(async () => {
          resolve()
          await left
        }).catch(reject)
      }),
    leave: () => leave()
  }
}
