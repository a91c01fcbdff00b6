import { SecretBytes } from '../../src/core/crypto/secret-bytes.ts'
import type { ItemDetail, ItemEdit } from '../../src/shared/views.ts'
import type { Environment } from '../../src/vault/environment.ts'
import { createDeviceKeyRing } from '../../src/vault/keys/device-keys.ts'
import { createVault, openVault } from '../../src/vault/open-vault.ts'
import type { Session } from '../../src/vault/session.ts'
import type { VaultFs } from '../../src/vault/storage/vault-fs.ts'
import { cheapRoot, PASSWORD, VAULT } from './vaults.ts'

/** All of the vault side on this disk; only the cost of Argon2id is left out. */
export function quickEnvironment(fs: VaultFs, appFolder = '/app', now: () => number = Date.now): Environment {
  return {
    fs,
    deriveKey: async (password, { salt }) => SecretBytes.own(cheapRoot(password.bytes, salt)),
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
