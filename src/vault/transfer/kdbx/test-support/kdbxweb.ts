import { createRequire } from 'node:module'
import type * as Kdbxweb from 'kdbxweb'
import { quickArgon2 } from '../../test-support/quick-argon2.ts'

/** The library that others read and write KDBX with: what our own code is held against. It comes as CommonJS. */
export const kdbxweb = createRequire(import.meta.url)('kdbxweb') as typeof Kdbxweb
export type Kdbx = InstanceType<typeof kdbxweb.Kdbx>
export type KdbxEntry = InstanceType<typeof kdbxweb.KdbxEntry>

kdbxweb.CryptoEngine.setArgon2Impl(async (password, salt, memoryKiB, passes, _length, lanes, type, version) => {
  const variant = type === kdbxweb.CryptoEngine.Argon2TypeArgon2id ? 'id' : 'd'
  const params = { memoryKiB, passes, lanes, salt: new Uint8Array(salt), variant, version } as const
  return ownBuffer(await quickArgon2(new Uint8Array(password), params))
})

export type Lock = { readonly password?: string; readonly keyFile?: Uint8Array }

export function credentials({ password, keyFile }: Lock): InstanceType<typeof kdbxweb.Credentials> {
  return new kdbxweb.Credentials(
    password === undefined ? null : kdbxweb.ProtectedValue.fromString(password),
    keyFile === undefined ? null : ownBuffer(keyFile)
  )
}

export type Settings = {
  readonly version?: 3 | 4
  readonly kdf?: 'Aes' | 'Argon2d' | 'Argon2id'
  readonly cipher?: 'Aes' | 'ChaCha20'
  readonly lock?: Lock
}

/** An empty file with numbers that cost nothing. */
export function newKdbx({
  version = 4,
  kdf = 'Argon2id',
  cipher = 'Aes',
  lock = { password: 'pw' }
}: Settings = {}): Kdbx {
  const kdbx = kdbxweb.Kdbx.create(credentials(lock), 'Test')
  kdbx.setVersion(version)
  if (version === 4) kdbx.setKdf(kdbxweb.Consts.KdfId[kdf])
  kdbx.header.dataCipherUuid = new kdbxweb.KdbxUuid(kdbxweb.Consts.CipherId[cipher])
  kdbx.header.keyEncryptionRounds = 1000
  const params = kdbx.header.kdfParameters
  const { UInt64 } = kdbxweb.VarDictionary.ValueType
  if (kdf === 'Aes') params?.set('R', UInt64, kdbxweb.Int64.from(1000))
  else params?.set('M', UInt64, kdbxweb.Int64.from(64 * 1024))
  return kdbx
}

export async function bytesOf(kdbx: Kdbx): Promise<Uint8Array> {
  return new Uint8Array(await kdbx.save())
}

export async function openWithKdbxweb(bytes: Uint8Array, lock: Lock = { password: 'pw' }): Promise<Kdbx> {
  return kdbxweb.Kdbx.load(ownBuffer(bytes), credentials(lock))
}

export function textOf(value: unknown): string {
  return value instanceof kdbxweb.ProtectedValue ? value.getText() : String(value ?? '')
}

export function allEntries(kdbx: Kdbx): readonly KdbxEntry[] {
  return [...kdbx.getDefaultGroup().allEntries()]
}

/** An entry with these strings; those whose names are in `hidden` are protected. */
export function addEntry(
  kdbx: Kdbx,
  strings: Readonly<Record<string, string>>,
  {
    group = kdbx.getDefaultGroup(),
    hidden = ['Password']
  }: { group?: ReturnType<Kdbx['getDefaultGroup']>; hidden?: readonly string[] } = {}
): KdbxEntry {
  const entry = kdbx.createEntry(group)
  for (const [name, value] of Object.entries(strings))
    entry.fields.set(name, hidden.includes(name) ? kdbxweb.ProtectedValue.fromString(value) : value)
  return entry
}

function ownBuffer(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer
}
