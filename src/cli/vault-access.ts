import { createEnvironment, type Environment } from '../vault/environment.ts'
import type { DeviceKeys } from '../vault/keys/device-keys.ts'
import { openVault } from '../vault/open-vault.ts'
import type { Session } from '../vault/session.ts'
import { readHead } from '../vault/storage/read-head.ts'
import { nodeFs } from '../vault/storage/vault-fs.ts'
import { acting } from './acting.ts'
import { appFolder } from './app-folder.ts'
import { keychainKeys, typedKey } from './device-keys.ts'
import { startProgress } from './progress.ts'
import { askSecret } from './secret-input.ts'

/** Runs with the real disk and KDF, and with progress for the person at the terminal. */
export async function withEnvironment<Value>(
  use: (environment: Environment) => Promise<Value>,
  deviceKeys: DeviceKeys = keychainKeys()
): Promise<Value> {
  const progress = startProgress()
  const cancel = new AbortController()
  const interrupt = (): void => cancel.abort()
  process.once('SIGINT', interrupt)
  const environment = createEnvironment({
    appFolder: appFolder(),
    onProgress: progress.report,
    signal: cancel.signal,
    by: acting(),
    isBrief: true,
    deviceKeys
  })
  try {
    return await use(environment)
  } finally {
    process.off('SIGINT', interrupt)
    progress.end()
    await environment.close()
  }
}

export type OpenFlags = {
  readonly recoveryPhrase?: boolean
  readonly acceptOlder?: boolean
  readonly deviceKey?: boolean
}

/** Opens the vault with the master password (or the recovery phrase) asked for now, and locks it again whatever happens. */
export async function withVault<Value>(
  path: string,
  mode: 'read' | 'write',
  flags: OpenFlags,
  use: (session: Session, environment: Environment) => Promise<Value>
): Promise<Value> {
  // What is no vault, or not there, is said before anybody types a password for it.
  const head = await readHead(nodeFs, path)
  const credential = flags.recoveryPhrase
    ? { recoveryPhrase: await askSecret('Recovery phrase') }
    : { masterPassword: await askSecret('Master password') }
  const deviceKeys = flags.deviceKey ? typedKey(await askSecret('Device key')) : keychainKeys()
  return withEnvironment(async (environment) => {
    const acceptOlder = flags.acceptOlder ?? false
    const session = await openVault(environment, { path, head, credential, mode, acceptOlder, keepUnsaved: false })
    try {
      printNotices(session)
      return await use(session, environment)
    } finally {
      await session.lock()
    }
  }, deviceKeys)
}

function printNotices(session: Session): void {
  for (const notice of session.view().notices) {
    const text = noticeText(notice)
    if (text !== null) process.stderr.write(`${text}\n`)
  }
}

function noticeText(notice: ReturnType<Session['view']>['notices'][number]): string | null {
  switch (notice.kind) {
    case 'tailSetAside':
      return `The last save in this file is unfinished or damaged: ${notice.bytes} bytes set aside${notice.place === '' ? '' : ` in ${notice.place}`}.`
    case 'rolledBack':
      return `This file is older than the vault last seen here; saves since ${new Date(notice.missingSince).toISOString()} are missing.`
    case 'heldByOther':
      return `Another program has this vault open (process ${notice.pid} on ${notice.host}); it is read-only here.`
    case 'tooNew':
      return 'Parts of this vault were written by a newer version of Coffer; it is read-only here.'
    case 'freshnessUnknown':
      return null
  }
}
