import type { Environment } from './environment.ts'
import { openVault } from './open-vault.ts'
import { rekeyVault } from './rekey-vault.ts'
import type { Session } from './session.ts'

export type RecoverRequest = {
  readonly path: string
  readonly phrase: string
  readonly newMasterPassword: string
  /** Goes on from a file that is older than what this device has seen. */
  readonly acceptOlder?: boolean | undefined
}
export type Recovered = { readonly session: Session; readonly recoveryPhrase: readonly string[] | null }

/**
 * Opens with the phrase and sets a new master password: a new data key, and so a new phrase. A device key goes: whoever
 * needs the phrase may be on a machine whose keychain is gone. WRONG_RECOVERY_PHRASE, VAULT_ROLLED_BACK, …: nothing changed.
 */
export async function recoverVault(
  environment: Environment,
  { path, phrase, newMasterPassword, acceptOlder = false }: RecoverRequest
): Promise<Recovered> {
  const credential = { recoveryPhrase: phrase }
  const session = await openVault(environment, { path, credential, mode: 'write', acceptOlder })
  try {
    let recoveryPhrase: readonly string[] | null = null
    await session.store.replace(async (opened) => {
      const done = await rekeyVault(environment, opened, { credential, next: newMasterPassword, deviceKeyId: null })
      recoveryPhrase = done.recoveryPhrase
      return done.opened
    })
    session.journal.note({ act: 'recovered' })
    return { session, recoveryPhrase }
  } catch (error) {
    await session.lock()
    throw error
  }
}
