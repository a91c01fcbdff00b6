import { VaultError } from '../../core/errors.ts'
import type { Handlers } from '../../shared/api.ts'
import type { JobName } from '../../shared/job-name.ts'
import type { BreachRun } from '../breach-run.ts'
import type { AfterLock } from '../after-lock.ts'
import type { DeviceKeyStore, GivenDeviceKey } from '../device-keys.ts'
import type { Dialogs } from '../dialogs.ts'
import type { FreshnessMarks } from '../freshness-marks.ts'
import type { FileHandles } from '../file-handles.ts'
import type { LastSelected } from '../last-selected.ts'
import type { RecentVaults } from '../recent-vaults.ts'
import type { MainSession } from '../session.ts'
import type { VaultClient } from '../vault-client.ts'
import { readVaultHead, type VaultHead } from '../vault-head.ts'

export type VaultParts = {
  readonly client: VaultClient
  readonly session: MainSession
  readonly recent: RecentVaults
  readonly lastSelected: LastSelected
  readonly handles: FileHandles
  readonly dialogs: Dialogs
  readonly deviceKeys: DeviceKeyStore
  readonly marks: FreshnessMarks
  /** The one long job that main does itself. */
  readonly breachRun: Pick<BreachRun, 'stop'>
  readonly afterLock: AfterLock
}

type Served =
  | 'vault.recent'
  | 'vault.chooseFile'
  | 'vault.choosePlace'
  | 'vault.create'
  | 'vault.prepare'
  | 'vault.unlock'
  | 'vault.recover'
  | 'vault.checkPhrase'
  | 'vault.acceptOlder'
  | 'vault.lock'
  | 'vault.switchTo'
  | 'vault.salvage'
  | 'vault.saveCopy'
  | 'vault.lastSelected'
  | 'vault.select'
  | 'job.cancel'

/** Argon2id runs to its end once begun: giving these up means ending the process, in which there is nothing yet to lose. */
const OPENING: ReadonlySet<JobName> = new Set(['unlock', 'create'])

export function vaultHandlers({
  client,
  session,
  recent,
  lastSelected,
  handles,
  dialogs,
  deviceKeys,
  marks,
  breachRun,
  afterLock
}: VaultParts): Handlers<Served> {
  const chosen = (path: string | null) => (path === null ? null : handles.issue(path))
  return {
    'vault.recent': () => recent.paths().map((path) => handles.issue(path)),
    'vault.chooseFile': async () => chosen(await dialogs.chooseVault()),
    'vault.choosePlace': async ({ name }) => chosen(await dialogs.choosePlace(name)),
    'vault.create': ({ place, name, masterPassword }) => {
      const path = handles.pathOf(place)
      return session.open('session.create', path, { path, name, masterPassword })
    },
    'vault.prepare': async () => ({ key: await session.prepare() }),
    'vault.unlock': async ({ file, masterPassword, deviceKey: typed, first }) => {
      const path = handles.pathOf(file)
      const head = await readVaultHead(path)
      const looking = head === null ? null : marks.find(head.vaultId)
      const deviceKey = await deviceKeyOf(head, typed, deviceKeys)
      const mark = await looking
      const given = {
        ...(deviceKey === null ? {} : { deviceKey }),
        ...(mark === null ? {} : { mark }),
        ...(first === undefined ? {} : { first })
      }
      const opened = await session.open('session.unlock', path, { path, masterPassword, ...given })
      // It has just opened the vault. Where the keychain does not take it, it is typed again next time.
      if (typed !== undefined && deviceKey !== null) await deviceKeys.keep(deviceKey).catch(() => {})
      return opened
    },
    'vault.recover': async ({ file, ...request }) => {
      const path = handles.pathOf(file)
      return session.open('session.recover', path, { path, ...request, ...(await marks.findFor(path)) })
    },
    'vault.checkPhrase': ({ phrase }) => session.askOnce('session.checkPhrase', { phrase }),
    'vault.acceptOlder': ({ masterPassword }) => {
      const path = session.openPath()
      if (path === null) throw new VaultError('LOCKED')
      return session.open('session.acceptOlder', path, { path, masterPassword })
    },
    'vault.lock': () => session.lock('asked'),
    'vault.switchTo': ({ file }) => {
      afterLock.leaveFor({ path: file === null ? null : handles.pathOf(file) })
      return session.lock('asked')
    },
    'vault.salvage': async ({ file, masterPassword }) => {
      const path = handles.pathOf(file)
      const target = await dialogs.chooseSalvageTarget(path)
      if (target === null) return null
      const saved = await session.askOnce('session.salvage', {
        path,
        masterPassword,
        target,
        ...(await marks.findFor(path))
      })
      return { written: handles.issue(target), ...saved }
    },
    'vault.saveCopy': async () => {
      const vault = session.openPath()
      if (vault === null) throw new VaultError('LOCKED')
      const target = await dialogs.chooseCopyTarget(vault)
      if (target === null) return null
      return { file: handles.issue(target), ...(await client.ask('session.saveCopy', { target })) }
    },
    'vault.lastSelected': () => {
      const path = session.openPath()
      return path === null ? null : lastSelected.of(path)
    },
    'vault.select': ({ item }) => {
      const path = session.openPath()
      if (path !== null) lastSelected.select(path, item)
    },
    'job.cancel': async ({ job }) => {
      if (OPENING.has(job)) return void (await session.cancelOpening())
      if (job === 'breaches') breachRun.stop()
      await client.ask('job.stop', { job })
    }
  }
}

/** The second key that this vault asks for: as typed, or from the keychain. Null where there is none to give. */
async function deviceKeyOf(
  head: VaultHead | null,
  typed: string | undefined,
  deviceKeys: DeviceKeyStore
): Promise<GivenDeviceKey | null> {
  const id = head?.deviceKeyId ?? null
  if (id === null) return null
  return typed === undefined ? deviceKeys.find(id) : { id, text: typed }
}
