import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { deriveVaultKeys } from '../../src/core/crypto/key-derivation.ts'
import { passwordBytes } from '../../src/core/crypto/kdf-params.ts'
import { unwrapWithPassword } from '../../src/core/crypto/key-slot.ts'
import { createEnvironment } from '../../src/vault/environment.ts'
import { passwordSlot } from '../../src/vault/keys/unlock-head.ts'
import { createVault } from '../../src/vault/create-vault.ts'
import { readHead } from '../../src/vault/storage/read-head.ts'
import type { Dice } from './dice.ts'
import { bytesNeedle, type Needle, textNeedle } from './memory-search.ts'
import { loginEdit } from './sessions.ts'

/** What is looked for in memories. Texts of one kind begin alike, so that one needle finds any of them, whole or cut. */
export type Canaries = {
  readonly password: string
  readonly master: Needle
  readonly values: Needle
  /** What a list and an open item show. */
  readonly shown: readonly Needle[]
  /** Needed to open the vault and not to work in it: gone once it is open. */
  readonly roots: readonly Needle[]
  /** In use for as long as the vault is open. */
  readonly keys: readonly Needle[]
}

export type CanaryVault = { readonly path: string; readonly appFolder: string; readonly workerFile: string }

const ITEMS = 12
export const CHEAP_KDF = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 } as const

/** Makes the vault in the process that searches, and is not searched itself. */
export async function makeCanaryVault({ path, appFolder, workerFile }: CanaryVault, { number }: Dice) {
  const canary = (what: string): string =>
    `Canary-${what}-${number(2 ** 32).toString(36)}-${number(2 ** 32).toString(36)}`
  const password = canary('master')
  await mkdir(dirname(path), { recursive: true })
  const environment = createEnvironment({ appFolder, workerFile, kdf: CHEAP_KDF })
  const made = await createVault(environment, { path, name: 'My vault', masterPassword: password, withPhrase: false })
  for (let item = 0; item < ITEMS; item++)
    await made.session.create('login', loginEdit(canary('title'), canary('value'), canary('notes')))
  await made.session.lock()
  const keys = await keyNeedles(environment, path, password)
  await environment.close()
  const shown = [textNeedle('titles', 'Canary-title-'), textNeedle('notes', 'Canary-notes-')]
  const texts = {
    master: textNeedle('master password', password),
    values: textNeedle('concealed values', 'Canary-value-')
  }
  return { password, shown, ...texts, ...keys } satisfies Canaries
}

async function keyNeedles(
  { fs, deriveKey }: ReturnType<typeof createEnvironment>,
  path: string,
  masterPassword: string
): Promise<Pick<Canaries, 'roots' | 'keys'>> {
  const { header } = await readHead(fs, path)
  const slot = passwordSlot(header)
  using password = passwordBytes(masterPassword)
  using root = await deriveKey(password, slot.kdf)
  using dataKey = unwrapWithPassword(header, slot, root)
  if (dataKey === null) throw new Error('the password does not open the vault')
  using derived = deriveVaultKeys(dataKey)
  const { header: headerKey, frame, concealed, fingerprint } = derived
  return {
    roots: [bytesNeedle('password root', root.bytes), bytesNeedle('data key', dataKey.bytes)],
    keys: Object.entries({ headerKey, frame, concealed, fingerprint }).map(([name, key]) => bytesNeedle(name, key))
  }
}
