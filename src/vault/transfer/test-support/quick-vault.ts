import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { FieldEdit } from '../../../shared/item-views.ts'
import type { Environment } from '../../environment.ts'
import { createVault } from '../../create-vault.ts'
import { openVault } from '../../open-vault.ts'
import type { Session } from '../../session.ts'
import { PASSWORD, quickEnvironment } from '../../test-support/quick-environment.ts'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

export type QuickVault = { readonly environment: Environment; readonly folder: string; readonly session: Session }

/** A new vault in a folder of its own; both are gone when the test is. */
export async function quickVault(name = 'Mine'): Promise<QuickVault> {
  const folder = await mkdtemp(join(tmpdir(), 'coffer-transfer-'))
  ends.push(async () => rm(folder, { recursive: true, force: true }))
  const environment = quickEnvironment(join(folder, 'app'))
  const path = join(folder, 'my.coffer')
  const { session } = await createVault(environment, { path, name, masterPassword: PASSWORD })
  ends.push(async () => session.lock())
  return { environment, folder, session }
}

/** The same vault locked and opened again: its items are rows of columns, or details still sealed. */
export async function reopened({ environment, folder, session }: QuickVault): Promise<QuickVault> {
  await session.lock()
  const path = join(folder, 'my.coffer')
  const again = await openVault(environment, { path, credential: { masterPassword: PASSWORD }, mode: 'write' })
  ends.push(async () => again.lock())
  return { environment, folder, session: again }
}

export const put = (id: string, value: string, more: Partial<FieldEdit & { change: 'put' }> = {}): FieldEdit => ({
  change: 'put',
  id,
  label: `field.${id}`,
  kind: 'text',
  concealed: false,
  section: '',
  order: 0,
  value,
  ...more
})

export const putConcealed = (id: string, value: string): FieldEdit =>
  put(id, value, { kind: 'password', concealed: true, order: 1 })

/** Saves a small attachment, or a value that names one whose pieces are missing or different. */
export async function attach(
  { session }: QuickVault,
  item: string,
  { name, bytes, stored = bytes }: { name: string; bytes: Uint8Array; stored?: Uint8Array | null }
): Promise<void> {
  const attachment = createHash('sha256').update(name).digest('hex').slice(0, 32)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const value = { attachment, name, size: bytes.length, mediaType: 'text/plain', sha256, chunks: 1 }
  async function* pieces() {
    if (stored !== null) yield { attachment, chunk: 0, last: true, bytes: stored }
  }
  const set = { [`value:${attachment.slice(0, 8)}`]: value }
  await session.store.save((_opened, at) => [{ item, at, set }], [], pieces())
}
