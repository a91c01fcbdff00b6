import type { KdfNumbers } from '../core/crypto/kdf-params.ts'
import { rekeyState } from '../core/vault/rekey.ts'
import type { Environment, Job } from './environment.ts'
import { deviceKeyFor } from './keys/device-keys.ts'
import { checkPassword, checkPhrase, type Credential, passwordSlot, recoverySlot } from './keys/unlock-head.ts'
import { newMasterPassword } from './keys/master-password.ts'
import { makeKeys, type NewKeysRequest } from './keys/new-keys.ts'
import { loadVault, type OpenedVault } from './opened-vault.ts'
import { writeSnapshot } from './storage/write-snapshot.ts'

export type RekeyRequest = {
  /** Asked again even though the vault is open. */
  readonly credential: Credential
  readonly next: string
  /** The old phrase typed again is kept; without it a new one is made where the vault has a phrase. */
  readonly keepPhrase?: string
  /** The device key that the new slot asks for, 16 bytes; null for none. Absent, it stays as it is. */
  readonly deviceKeyId?: Uint8Array | null
  /** What a guess costs from now on; absent, it stays as it is. */
  readonly kdf?: KdfNumbers
}

export type Rekeyed = { readonly opened: OpenedVault; readonly recoveryPhrase: readonly string[] | null }

/**
 * Seals everything under a new data key and a new epoch, in a new file that replaces the old one when all of it has
 * been read back: an old copy and an old secret must not open what comes later.
 */
export async function rekeyVault(
  environment: Environment,
  opened: OpenedVault,
  request: RekeyRequest
): Promise<Rekeyed> {
  using _checked = newMasterPassword(request.next)
  await checkCredential(environment, opened, request.credential)
  if (request.keepPhrase !== undefined) checkPhrase(opened.head, request.keepPhrase)
  return await environment.runJob('rekey', (job) => rewrite(environment, opened, request, job))
}

async function rewrite(
  environment: Environment,
  opened: OpenedVault,
  request: RekeyRequest,
  job: Job
): Promise<Rekeyed> {
  const { header } = opened.head
  const { kdf, deviceKeyId } = passwordSlot(header)
  const { memoryKiB, passes, lanes } = request.kdf ?? kdf
  const id = request.deviceKeyId === undefined ? deviceKeyId : request.deviceKeyId
  using deviceKey = await deviceKeyFor(environment.deviceKeys, id)
  const made = await makeKeys({
    vaultId: header.vaultId,
    keyEpoch: header.keyEpoch + 1,
    masterPassword: request.next,
    kdf: { memoryKiB, passes, lanes },
    phrase: phraseOf(opened, request.keepPhrase),
    ...(id === null || deviceKey === null ? {} : { deviceKey: { id, key: deviceKey } }),
    deriveKey: environment.deriveKey
  })
  const scope = { key: made.keys.concealed, fingerprintKey: made.keys.fingerprint, ...made.head.header }
  const { path } = opened.file
  const source = {
    folded: opened.folded,
    loadDetails: opened.file.loadDetails,
    attachments: opened.file.readAttachment,
    transform: (item: string, state: Parameters<typeof rekeyState>[1]) => rekeyState(item, state, opened.scope, scope)
  }
  await writeSnapshot(environment.fs, { path, replace: true }, made.head, made.keys, source, {
    onProgress: job.report,
    signal: job.signal,
    // A sync client may have put another device's file there meanwhile; it must not be written over.
    beforeSwap: opened.file.checkUnchanged
  })
  await opened.close()
  const rewritten = await loadVault(environment.fs, path, made, 'write', opened.options)
  return { opened: rewritten, recoveryPhrase: made.words }
}

async function checkCredential(environment: Environment, { head }: OpenedVault, credential: Credential): Promise<void> {
  if ('recoveryPhrase' in credential) checkPhrase(head, credential.recoveryPhrase)
  else await checkPassword(head, credential.masterPassword, environment)
}

function phraseOf({ head }: OpenedVault, keepPhrase: string | undefined): NewKeysRequest['phrase'] {
  if (keepPhrase !== undefined) return { keep: keepPhrase }
  return recoverySlot(head.header) === undefined ? 'none' : 'new'
}
