import { mergeVaults } from '../../src/core/vault/merge.ts'
import type { Environment } from '../../src/vault/environment.ts'
import { makeBackup } from '../../src/vault/make-backup.ts'
import { restoreBackup } from '../../src/vault/restore-backup.ts'
import { salvageVault } from '../../src/vault/salvage-vault.ts'
import type { Session } from '../../src/vault/session.ts'
import { writeSnapshot } from '../../src/vault/storage/write-snapshot.ts'
import { createSessionAt, loginEdit, openSessionAt } from './sessions.ts'
import { FOLDER, PASSWORD } from './vaults.ts'

export const NEXT_PASSWORD = 'another master password'
/** In every title, secret and note of these vaults: it must never be on a disk as it is. */
export const CANARY = 'Plaintext-Canary'
export const BACKUP = `${FOLDER}/exported.coffer`
export const OTHER = `${FOLDER}/other.coffer`

const edit = (name: string) =>
  loginEdit(`${CANARY} ${name}`, `${CANARY} secret of ${name}`, `${CANARY} notes of ${name}`)

/** A vault with a few saves behind its snapshot, an exported backup of an earlier state, and an edited copy. */
export async function prepareFolder(
  environment: Environment,
  copyFile: (from: string, to: string) => Promise<void>,
  bulk = 0
): Promise<void> {
  const session = await createSessionAt(environment)
  if (bulk > 0) await session.create('login', loginEdit('bulk', 'secret', `${CANARY} `.repeat(bulk / CANARY.length)))
  for (const name of ['one', 'two']) await session.create('login', edit(name))
  await session.exportBackup({ target: BACKUP, masterPassword: PASSWORD })
  await copyFile(session.store.opened().file.path, OTHER)
  for (const name of ['three', 'four']) await session.create('login', edit(name))
  await session.lock()
  const request = { path: OTHER, mode: 'write', acceptOlder: true } as const
  const other = await openSessionAt({ ...environment, appFolder: '/other-app' }, request)
  await other.create('login', edit('elsewhere'))
  await other.lock()
}

export type Deed = (environment: Environment) => Promise<void>

const inSession =
  (use: (session: Session, environment: Environment) => Promise<unknown>): Deed =>
  async (environment) => {
    const session = await openSessionAt(environment)
    try {
      await use(session, environment)
    } finally {
      await session.lock().catch(() => {})
    }
  }

/** Everything that writes to a disk, by the name of what a person does. */
export const DEEDS: Readonly<Record<string, Deed>> = {
  append: inSession(async (session) => session.create('login', edit('new'))),
  edit: inSession(async (session) => {
    const id = session.find(`${CANARY} one`)
    await session.edit(id, (await session.item(id)).revision, edit('one, edited'))
  }),
  compact: inSession(async (session, { fs }) => {
    const { head, keys, folded, file } = session.store.opened()
    const source = { folded, loadDetails: file.loadDetails, attachments: file.readAttachment }
    const options = { beforeSwap: file.checkUnchanged }
    await writeSnapshot(fs, { path: file.path, replace: true }, head, keys, source, options)
  }),
  backup: inSession(async (session, environment) => makeBackup(environment, session)),
  export: inSession(async (session) =>
    session.exportBackup({ target: `${FOLDER}/second.coffer`, masterPassword: PASSWORD })
  ),
  rotate: inSession(async (session) => session.changeMasterPassword({ current: PASSWORD, next: NEXT_PASSWORD })),
  merge: inSession(async (session, environment) => merge(session, environment)),
  async restore(environment) {
    const target = `${FOLDER}/my.coffer`
    const { session } = await restoreBackup(environment, { backup: BACKUP, target, password: PASSWORD })
    await session.lock()
  },
  async salvage(environment) {
    const credential = { masterPassword: PASSWORD }
    await salvageVault(environment, { path: OTHER, target: `${FOLDER}/salvaged.coffer`, credential })
  }
}

async function merge(session: Session, environment: Environment): Promise<void> {
  const other = await openSessionAt(environment, { path: OTHER, mode: 'read', acceptOlder: true })
  try {
    for (const each of [session, other]) await readDetailsOf(each)
    const { changes } = mergeVaults(session.store.opened().folded, other.store.opened().folded)
    await session.store.save(() => changes)
  } finally {
    await other.lock()
  }
}

async function readDetailsOf(session: Session): Promise<void> {
  for (const id of session.store.opened().folded.ids()) await session.item(id)
  const { folded, file } = session.store.opened()
  for (const group of folded.sealedGroups('vault')) folded.addDetails(group, await file.loadDetails(group))
}
