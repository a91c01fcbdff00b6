import { open } from 'node:fs/promises'
import { VaultError } from '../../core/errors.ts'
import type { Handlers } from '../../shared/api.ts'

export type RecoveryParts = {
  readonly chooseSheetTarget: () => Promise<string | null>
  /** The page as its print style draws it. */
  readonly printPage: () => Promise<Uint8Array>
  /** That there is one more sheet is noted in the vault. */
  readonly onSaved: () => void
}

/** The sheet with the recovery phrase as a file. Main prints what the page shows and does not know the words. */
export function recoveryHandlers({
  chooseSheetTarget,
  printPage,
  onSaved
}: RecoveryParts): Handlers<'recovery.savePdf'> {
  return {
    'recovery.savePdf': async () => {
      const path = await chooseSheetTarget()
      if (path === null) return { saved: false }
      const pdf = await printPage()
      await write(path, pdf).catch(() => {
        throw new VaultError('IO')
      })
      onSaved()
      return { saved: true }
    }
  }
}

/** For its owner alone, and on the disk before the page says so. */
async function write(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.chmod(0o600)
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
