import { readDeviceKey } from '../../core/crypto/device-key.ts'
import { readRecoveryPhrase } from '../../core/crypto/recovery-phrase.ts'
import { VaultError } from '../../core/errors.ts'
import type { InternalHandlers } from '../../shared/api.ts'
import type { ListPage, ListQuery } from '../../shared/list-views.ts'
import type { Environment } from '../environment.ts'
import { findBackups, inspectBackup } from '../find-backups.ts'
import { checkPassword } from '../keys/unlock-head.ts'
import { makeBackup } from '../make-backup.ts'
import { createVault } from '../create-vault.ts'
import { openVault } from '../open-vault.ts'
import { recoverVault } from '../recover-vault.ts'
import { restoreBackup } from '../restore-backup.ts'
import { salvageVault } from '../salvage-vault.ts'
import type { Session } from '../session.ts'
import { breachFileHandlers } from './breach-handlers.ts'
import { shareFileHandlers } from './share-handlers.ts'
import { exportFileHandlers } from './export-handlers.ts'
import { importFileHandlers } from './import-handlers.ts'
import { internalJournalHandlers } from './journal-handlers.ts'
import { internalMergeHandlers } from './merge-handlers.ts'
import { internalTimeHandlers } from './time-handlers.ts'
import type { SealingKey } from '../sealing-key.ts'
import type { OpenSession } from './open-session.ts'

/** What main alone asks: how a vault is opened, written elsewhere and closed, and the one value that a copy needs. */
export function internalHandlers(environment: Environment, open: OpenSession, sealing: SealingKey): InternalHandlers {
  const { session, become, close } = open
  const seen = (mark: string | undefined): void => {
    if (mark !== undefined) environment.keychainMark?.give(mark)
  }
  return {
    ...importFileHandlers(open),
    ...breachFileHandlers(open),
    ...exportFileHandlers(open),
    ...shareFileHandlers(environment, open),
    ...internalMergeHandlers(open),
    ...internalJournalHandlers(open),
    ...internalTimeHandlers(open),
    'session.sealingKey': async () => ({ key: sealing.publicKey() }),
    'session.create': async (request) => {
      const made = await environment.runJob('create', () => createVault(environment, request))
      return { vault: await become(made.session), recoveryPhrase: [...made.recoveryPhrase] }
    },
    'session.unlock': async ({ path, masterPassword, deviceKey, mark, first }) => {
      seen(mark)
      if (deviceKey !== undefined)
        environment.deviceKeys.give(Buffer.from(deviceKey.id, 'hex'), readDeviceKey(deviceKey.text))
      const request = { path, credential: { masterPassword }, mode: 'write', lenient: true } as const
      const vault = await become(await environment.runJob('unlock', () => openVault(environment, request)))
      return { vault, ...firstRows(session(), first) }
    },
    'session.acceptOlder': async ({ path, masterPassword }) => {
      // Only the lock file stands between the two; a wrong password must leave the vault as it is shown.
      await checkPassword(session().store.opened().head, masterPassword, environment)
      await close()
      const request = { path, credential: { masterPassword }, mode: 'write', lenient: true, acceptOlder: true } as const
      return become(await environment.runJob('unlock', () => openVault(environment, request)))
    },
    'session.recover': async ({ mark, ...request }) => {
      seen(mark)
      const recovered = await recoverVault(environment, request)
      return { vault: await become(recovered.session), recoveryPhrase: [...(recovered.recoveryPhrase ?? [])] }
    },
    'session.checkPhrase': async ({ phrase }) => readRecoveryPhrase(phrase)[Symbol.dispose](),
    'session.saveCopy': async ({ target }) => ({ items: (await session().saveCopy(target)).items }),
    'session.close': close,
    'session.salvage': ({ path, target, masterPassword, mark }) => {
      seen(mark)
      return salvageVault(environment, { path, target, credential: { masterPassword } })
    },
    'deviceKey.current': async () => ({ id: session().deviceKeyId() }),
    'deviceKey.make': async () => session().makeDeviceKey(),
    'deviceKey.use': (change) => session().useDeviceKey(change),
    'attachment.addFile': ({ item, path }) => session().attachments.add(item, path),
    'attachment.nameOf': async ({ item, field }) => {
      const { attachments } = await session().item(item)
      const known = attachments.find((each) => each.field === field)
      if (known === undefined) throw new VaultError('FIELD_NOT_FOUND')
      return { name: known.name }
    },
    // The dialog has asked before it gave the name of a file that is there.
    'attachment.writeFile': ({ path, ...place }) => session().attachments.save(place, { path, replace: true }),
    'value.forCopy': async ({ item, field }) => ({ value: await session().reveal(item, field, 'copied') }),
    'value.kept': async (kept) => ({ value: await session().keptText(kept, 'copied') }),
    'backup.write': async (request) => {
      const { masterPassword, backupPassword, target } = request
      const own = backupPassword === undefined ? {} : { backupPassword }
      const { items, recoveryPhrase } = await session().exportBackup({ target, masterPassword, ...own })
      return { items, recoveryPhrase: [...recoveryPhrase] }
    },
    'backup.inspect': ({ path, password }) => inspectBackup(environment, path, password),
    'backup.putBack': async ({ mark, ...request }) => {
      seen(mark)
      const { session: restored, ...told } = await restoreBackup(environment, request, close)
      return { vault: await become(restored), ...told }
    },
    'backup.found': async () => [...(await findBackups(environment, session().view().place))],
    'backup.make': () => makeBackup(environment, session()),
    'backup.foundFor': async ({ path }) => [...(await findBackups(environment, path))],
    'job.stop': async ({ job }) => environment.stopJob(job)
  }
}

/** Rows that do not open do not keep the vault from opening: the list says so when it asks for them itself. */
function firstRows(session: Session, first: ListQuery | undefined): { list?: ListPage } {
  if (first === undefined) return {}
  try {
    return { list: session.query(first) }
  } catch (error) {
    if (error instanceof VaultError) return {}
    throw error
  }
}
