import { exportBackup, type Exported, type ExportRequest } from '../export-backup.ts'
import { type RekeyRequest, rekeyVault } from '../rekey-vault.ts'
import type { SessionContext } from './session-context.ts'

export type PasswordChange = { readonly current: string; readonly next: string; readonly keepPhrase?: string }

export type ChangeKeys = {
  changeMasterPassword(request: PasswordChange): Promise<{ readonly recoveryPhrase: readonly string[] | null }>
  exportBackup(request: ExportRequest): Promise<Exported>
}

export function changeKeys(context: SessionContext): ChangeKeys {
  return {
    async changeMasterPassword({ current, next, keepPhrase }) {
      const request: RekeyRequest = {
        credential: { masterPassword: current },
        next,
        ...(keepPhrase === undefined ? {} : { keepPhrase })
      }
      const done = await rekey(context, request)
      context.journal.note({ act: 'password' })
      return done
    },
    async exportBackup(request) {
      const done = await exportBackup(context.environment, context.opened(), request)
      context.journal.note({ act: 'backup', items: done.items })
      return done
    }
  }
}

/** A new data key, written as a new file that takes the old one's place. */
export async function rekey({ environment, store, opened, journal }: SessionContext, request: RekeyRequest) {
  opened()
  // What other programs left beside the vault is sealed under the key that goes.
  await journal.settle()
  let recoveryPhrase: readonly string[] | null = null
  await store.replace(async (before) => {
    const done = await rekeyVault(environment, before, request)
    recoveryPhrase = done.recoveryPhrase
    return done.opened
  })
  return { recoveryPhrase }
}
