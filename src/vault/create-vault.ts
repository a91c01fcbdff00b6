import { basename } from 'node:path'
import type { KdfNumbers } from '../core/crypto/kdf-params.ts'
import { VaultError } from '../core/errors.ts'
import { randomBytes } from '../core/random.ts'
import { VAULT_ITEM } from '../core/vault/change.ts'
import { createFoldedVault } from '../core/vault/fold.ts'
import { nextStamp } from '../core/vault/stamp.ts'
import type { Environment } from './environment.ts'
import { newMasterPassword } from './keys/master-password.ts'
import { makeKeys, type NewKeys } from './keys/new-keys.ts'
import { calibrate } from './kdf/calibrate.ts'
import { loadVault } from './opened-vault.ts'
import type { Session } from './session.ts'
import { deviceIdOf } from './storage/device-id.ts'
import { takeLock } from './storage/file-lock.ts'
import { writeSnapshot } from './storage/write-snapshot.ts'
import { newVaultSecrets } from './vault-secrets.ts'

export type CreateRequest = {
  readonly path: string
  readonly name: string
  readonly masterPassword: string
  readonly withPhrase?: boolean
  readonly kdf?: KdfNumbers
}

/** A new vault, open. `recoveryPhrase` is empty where none was asked for. ALREADY_EXISTS, PASSWORD_TOO_SHORT. */
export async function createVault(
  environment: Environment,
  request: CreateRequest
): Promise<{ readonly session: Session; readonly recoveryPhrase: readonly string[] }> {
  newMasterPassword(request.masterPassword)[Symbol.dispose]()
  if ((await environment.fs.stat(request.path)) !== null) throw new VaultError('ALREADY_EXISTS')
  const made = await makeKeys({
    vaultId: randomBytes(16),
    keyEpoch: 1,
    masterPassword: request.masterPassword,
    kdf: request.kdf ?? environment.kdf ?? (await calibrate(environment.deriveKey)),
    phrase: request.withPhrase === false ? 'none' : 'new',
    deriveKey: environment.deriveKey
  })
  await writeEmpty(environment, request, made)
  const path = await environment.fs.realpath(request.path)
  const lock = await takeLock(environment.fs, path)
  try {
    const opened = await loadVault(environment.fs, path, made, 'write', { beforeAppend: lock.confirm })
    const { beginSession } = await import('./begin-session.ts')
    const session = await beginSession(environment, opened, {
      lock,
      notices: [],
      isOlder: false,
      isAccepted: true,
      isKnown: true,
      keepUnsaved: true,
      leaves: 'nothing'
    })
    return { session, recoveryPhrase: made.words ?? [] }
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function writeEmpty(
  environment: Environment,
  { path, name }: CreateRequest,
  { head, keys }: NewKeys
): Promise<void> {
  const scope = { key: keys.concealed, fingerprintKey: keys.fingerprint, ...head.header }
  const folded = createFoldedVault()
  const at = nextStamp(null, environment.now(), await deviceIdOf(environment.fs, environment.appFolder))
  const called = name.trim() === '' ? basename(path) : name.trim()
  folded.apply({ item: VAULT_ITEM, at, set: { name: called } })
  folded.apply(newVaultSecrets(scope, at))
  const source = { folded, loadDetails: async () => [], attachments: noAttachments }
  await writeSnapshot(environment.fs, { path, replace: false }, head, keys, source)
}

async function* noAttachments(): AsyncIterable<Uint8Array> {}
