import { checkKdf, type KdfNumbers } from '../../core/crypto/kdf-params.ts'
import { VaultError } from '../../core/errors.ts'
import { isRaised, type KdfMeasure, measureKdf } from '../kdf/measure.ts'
import { passwordSlot } from '../keys/unlock-head.ts'
import { rekey } from './change-keys.ts'
import type { SessionContext } from './session-context.ts'

/** New keys under the same master password, which is asked again. */
export type RenewKeys = {
  /** The old phrase opens nothing that is written from now on. Null where the vault has none. */
  newPhrase(masterPassword: string): Promise<{ readonly recoveryPhrase: readonly string[] | null }>
  /** Takes a second or two of all cores; a job that can be stopped. */
  measureKdf(): Promise<KdfMeasure>
  /** More memory or more passes for each guess; never less: KDF_REFUSED, BAD_REQUEST. With a new phrase, as any new key. */
  raiseKdf(masterPassword: string, kdf: KdfNumbers): Promise<{ readonly recoveryPhrase: readonly string[] | null }>
}

export function renewKeys(context: SessionContext): RenewKeys {
  const { environment, opened, journal } = context
  const current = (): KdfNumbers => passwordSlot(opened().head.header).kdf
  return {
    async newPhrase(masterPassword) {
      const done = await rekey(context, { credential: { masterPassword }, next: masterPassword })
      journal.note({ act: 'phrase' })
      return done
    },
    measureKdf: () =>
      environment.runJob('calibrate', async ({ signal }) => {
        const { memoryKiB, passes, lanes } = current()
        // A worker of its own: stopping it must not end the one that saves and unlocks go through.
        const kdf = environment.anotherKdf(signal)
        try {
          return await measureKdf(kdf.deriveKey, { memoryKiB, passes, lanes })
        } finally {
          await kdf.close()
        }
      }),
    async raiseKdf(masterPassword, kdf) {
      checkKdf(kdf)
      if (!isRaised(current(), kdf)) throw new VaultError('BAD_REQUEST')
      const done = await rekey(context, { credential: { masterPassword }, next: masterPassword, kdf })
      journal.note({ act: 'cost' })
      return done
    }
  }
}
