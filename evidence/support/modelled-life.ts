import type { Environment } from '../../src/vault/environment.ts'
import type { Session } from '../../src/vault/session.ts'
import { memoryDisk, type MemoryDisk } from '../../src/vault/storage/test-support/memory-disk.ts'
import { createSessionAt, itemLine, openSessionAt, quickEnvironment } from './sessions.ts'
import { PASSWORD } from './vaults.ts'

/** What a person believes to be in the vault: title → secret, notes, whether in the trash. */
export type Model = ReadonlyMap<string, readonly [secret: string, notes: string, trashed: boolean]>

/** One vault and one person over time. */
export type Life = {
  disk: MemoryDisk
  environment: Environment
  session: Session
  model: Model
  password: string
  /** How many items were ever made: titles are never used twice. */
  made: number
  readonly backups: Map<string, { readonly model: Model; readonly password: string }>
  readonly now: () => number
}

export async function newLife(): Promise<Life> {
  let clock = Date.UTC(2026, 10, 25)
  const now = (): number => (clock += 1000)
  const disk = memoryDisk()
  const environment = quickEnvironment(disk.fs, '/app', now)
  const session = await createSessionAt(environment)
  return { disk, environment, session, model: new Map(), password: PASSWORD, made: 0, backups: new Map(), now }
}

export async function reopen(life: Life): Promise<void> {
  await life.session.lock()
  life.session = await unlock(life)
}

export const unlock = async ({ environment, password }: Life): Promise<Session> =>
  openSessionAt(environment, { credential: { masterPassword: password } })

export const modelText = (model: Model): string =>
  [...model]
    .map(([title, [secret, notes, trashed]]) => JSON.stringify([title, secret, notes, trashed]))
    .toSorted()
    .join('\n')

/** What is in the vault, in the words of the model. */
export async function vaultText(session: Session): Promise<string> {
  const lines: string[] = []
  for (const id of session.store.opened().folded.ids()) {
    const [title, secret, notes] = JSON.parse(await itemLine(session, id)) as readonly string[]
    lines.push(JSON.stringify([title, secret, notes, (await session.item(id)).trashedAt !== null]))
  }
  return lines.toSorted().join('\n')
}
