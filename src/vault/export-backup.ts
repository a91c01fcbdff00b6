import { rekeyState } from '../core/vault/rekey.ts'
import { VAULT_ITEM } from '../core/vault/change.ts'
import type { ItemState } from '../core/vault/item-state.ts'
import { randomBytes } from '../core/random.ts'
import type { Environment, Job } from './environment.ts'
import { newMasterPassword } from './keys/master-password.ts'
import { makeKeys } from './keys/new-keys.ts'
import { checkPassword, passwordSlot } from './keys/unlock-head.ts'
import type { OpenedVault } from './opened-vault.ts'
import { writeSidecars } from './storage/sidecars.ts'
import { writeSnapshot } from './storage/write-snapshot.ts'
import { vaultSecret, withoutVaultSecrets } from './vault-secrets.ts'

export type ExportRequest = {
  readonly target: string
  /** Asked again: what leaves the vault process in one piece is worth a second look. */
  readonly masterPassword: string
  /** A password of the backup's own; absent, the master password opens it too. */
  readonly backupPassword?: string
}

export type Exported = {
  readonly items: number
  readonly recoveryPhrase: readonly string[]
  readonly publicKey: string
}

/**
 * Writes the vault as a vault of its own: new id, data key, salt and phrase, never a device key; `.sha256` and
 * `.minisig` go beside it. ALREADY_EXISTS rather than overwriting.
 */
export async function exportBackup(
  environment: Environment,
  opened: OpenedVault,
  request: ExportRequest
): Promise<Exported> {
  const password = request.backupPassword ?? request.masterPassword
  if (request.backupPassword !== undefined) newMasterPassword(request.backupPassword)[Symbol.dispose]()
  await checkPassword(opened.head, request.masterPassword, environment)
  return environment.runJob('export', (job) => write(environment, opened, { target: request.target, password }, job))
}

async function write(
  environment: Environment,
  opened: OpenedVault,
  { target, password }: { target: string; password: string },
  job: Job
): Promise<Exported> {
  const { memoryKiB, passes, lanes } = passwordSlot(opened.head.header).kdf
  const made = await makeKeys({
    vaultId: randomBytes(16),
    keyEpoch: 1,
    masterPassword: password,
    kdf: { memoryKiB, passes, lanes },
    phrase: 'new',
    deriveKey: environment.deriveKey
  })
  using keys = made.keys
  const scope = { key: keys.concealed, fingerprintKey: keys.fingerprint, ...made.head.header }
  const transform = (item: string, state: ItemState): void => {
    if (item === VAULT_ITEM) withoutVaultSecrets(state)
    rekeyState(item, state, opened.scope, scope)
  }
  const { folded, file } = opened
  const source = { folded, loadDetails: file.loadDetails, attachments: file.readAttachment, transform }
  await writeSnapshot(environment.fs, { path: target, replace: false }, made.head, keys, source, {
    onProgress: job.report,
    signal: job.signal
  })
  using seed = vaultSecret(folded, opened.scope, 'signing')
  const { publicKey } = await writeSidecars(environment.fs, target, seed)
  return { items: folded.size, recoveryPhrase: made.words ?? [], publicKey }
}
