import { SecretBytes } from '../../src/core/crypto/secret-bytes.ts'
import { VaultError } from '../../src/core/errors.ts'
import type { ItemDetail, ItemEdit } from '../../src/shared/item-views.ts'
import type { Environment } from '../../src/vault/environment.ts'
import { createDeviceKeyRing } from '../../src/vault/keys/device-keys.ts'
import { createVault } from '../../src/vault/create-vault.ts'
import { openVault } from '../../src/vault/open-vault.ts'
import type { Session } from '../../src/vault/session.ts'
import type { DeriveKey } from '../../src/vault/kdf/derive-key.ts'
import type { VaultFs } from '../../src/vault/storage/vault-fs.ts'
import { createStrength } from '../../src/vault/strength/strength.ts'
import { cheapRoot, PASSWORD, VAULT } from './vaults.ts'

/** All of the vault side on this disk; only the cost of Argon2id is left out. */
export function quickEnvironment(fs: VaultFs, appFolder = '/app', now: () => number = Date.now): Environment {
  const deriveKey: DeriveKey = async (password, { salt }) => SecretBytes.own(cheapRoot(password.bytes, salt))
  return {
    fs,
    deriveKey,
    anotherKdf: () => ({ deriveKey, close: async () => {} }),
    strength: createStrength({ ask: async () => null, end: () => {} }),
    deviceKeys: createDeviceKeyRing(),
    now,
    appFolder,
    kdf: { memoryKiB: 64 * 1024, passes: 3, lanes: 1 },
    runJob: async (_name, work) => work({ report: () => {}, signal: new AbortController().signal }),
    stopJob: () => {},
    close: async () => {}
  }
}

export const createSessionAt = async (environment: Environment, path = VAULT): Promise<Session> =>
  (await createVault(environment, { path, name: 'My vault', masterPassword: PASSWORD, withPhrase: false })).session

export const openSessionAt = async (
  environment: Environment,
  options: Partial<Parameters<typeof openVault>[1]> = {}
): Promise<Session> =>
  openVault(environment, { path: VAULT, credential: { masterPassword: PASSWORD }, mode: 'write', ...options })

const field = { section: '', order: 0, change: 'put' } as const

/** A login with an open and a concealed field. */
export const loginEdit = (title: string, password: string, notes = ''): ItemEdit => ({
  title,
  tags: ['Work'],
  fields: [
    { ...field, id: 'username', label: 'field.username', kind: 'text', concealed: false, value: notes },
    { ...field, id: 'password', label: 'field.password', kind: 'password', concealed: true, value: password }
  ]
})

/** What a person can see of an item, the concealed field revealed. */
export async function itemLine(session: Session, id: string): Promise<string> {
  const item: ItemDetail = await session.item(id)
  const notes = item.fields.find((each) => each.id === 'username')
  const text = notes?.concealed === false ? notes.value : null
  return JSON.stringify([item.title, await session.reveal(id, 'password'), text])
}

/** All items, a line each, by the first of these passwords that opens; the same for the same content under any keys. */
export async function readEverything(fs: VaultFs, path: string, passwords: readonly string[]): Promise<string> {
  for (const masterPassword of passwords) {
    const request = { path, credential: { masterPassword }, mode: 'read', acceptOlder: true } as const
    const session = await openSessionAt(quickEnvironment(fs, '/reader'), request).catch(unlessWrongPassword)
    if (session === null) continue
    const { folded } = session.store.opened()
    await session.verify()
    const lines: string[] = []
    for (const id of folded.ids()) lines.push(await itemLine(session, id))
    await session.lock()
    return lines.toSorted().join('\n')
  }
  throw new VaultError('WRONG_PASSWORD')
}

function unlessWrongPassword(error: unknown): null {
  if (error instanceof VaultError && error.code === 'WRONG_PASSWORD') return null
  throw error
}
