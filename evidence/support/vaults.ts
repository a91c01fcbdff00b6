import { createHash } from 'node:crypto'
import { deriveVaultKeys, type VaultKeys } from '../../src/core/crypto/key-derivation.ts'
import { wrapWithPassword, wrapWithPhrase } from '../../src/core/crypto/key-slot.ts'
import { SecretBytes } from '../../src/core/crypto/secret-bytes.ts'
import { encodeHead, type Head } from '../../src/core/format/header.ts'
import { randomBytes } from '../../src/core/random.ts'
import type { Change } from '../../src/core/vault/change.ts'
import { createFoldedVault, type FoldedVault } from '../../src/core/vault/fold.ts'
import type { Chunk } from '../../src/vault/storage/chunk-body.ts'
import type { SnapshotSource } from '../../src/vault/storage/snapshot-frames.ts'
import { type OpenOptions, openVaultFile, type VaultFile } from '../../src/vault/storage/vault-file.ts'
import type { VaultFs } from '../../src/vault/storage/vault-fs.ts'
import { writeSnapshot } from '../../src/vault/storage/write-snapshot.ts'

export const FOLDER = '/vaults'
export const VAULT = `${FOLDER}/my.coffer`
export const PASSWORD = 'correct horse battery staple'

export type Made = { readonly head: Head; readonly keys: VaultKeys; readonly dataKey: Uint8Array }

/** What the password of these vaults derives to: Argon2id is left out, since nothing here is about its cost. */
export const cheapRoot = (password: Uint8Array, salt: Uint8Array): Uint8Array =>
  createHash('sha256').update(password).update(salt).digest()

/** Head and keys of a vault with both slots. */
export function madeKeys(
  owner: { readonly vaultId: Uint8Array; readonly keyEpoch: number } = { vaultId: randomBytes(16), keyEpoch: 1 },
  raw: Uint8Array = randomBytes(32)
): Made {
  using dataKey = SecretBytes.own(Uint8Array.from(raw))
  const kdf = { memoryKiB: 262_144, passes: 3, lanes: 4, salt: randomBytes(16) }
  using passwordRoot = SecretBytes.own(cheapRoot(Buffer.from(PASSWORD), kdf.salt))
  using entropy = SecretBytes.own(randomBytes(32))
  const slots = [wrapWithPassword(owner, { passwordRoot, kdf }, dataKey), wrapWithPhrase(owner, entropy, dataKey)]
  const keys = deriveVaultKeys(dataKey)
  return { head: encodeHead({ ...owner, slots }, keys.header), keys, dataKey: raw }
}

export const itemId = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
export const stampOf = (time: number, device = 'aaaaaaaa'): string =>
  `${time.toString(16).padStart(12, '0')}0000${device}`

/** An item with something for the list and something for the details. */
export function itemChange(number: number, title = `title ${number}`, time = number, device?: string): Change {
  return {
    item: itemId(number),
    at: stampOf(time, device),
    set: { type: 'login', title, subtitle: 'mara', 'value:notes': `notes of ${title}` }
  }
}

export const itemChanges = (from: number, to: number): readonly Change[] =>
  Array.from({ length: to - from + 1 }, (_, index) => itemChange(from + index))

export async function* chunkOf(id: string, bytes: Uint8Array): AsyncIterable<Chunk> {
  yield { attachment: id.repeat(16), chunk: 0, last: true, bytes }
}

async function* none(): AsyncIterable<Uint8Array> {}

export async function createAt(fs: VaultFs, made: Made, changes: readonly Change[], path = VAULT): Promise<void> {
  const folded = createFoldedVault()
  for (const change of changes) folded.apply(change)
  const source = { folded, loadDetails: async () => [], attachments: none }
  await writeSnapshot(fs, { path, replace: false }, made.head, made.keys, source)
}

export type Opened = { readonly file: VaultFile; readonly folded: FoldedVault }

export async function openAt(
  fs: VaultFs,
  made: Made,
  mode: 'read' | 'write' = 'write',
  { path = VAULT, ...options }: OpenOptions & { readonly path?: string } = {}
): Promise<Opened> {
  const folded = createFoldedVault()
  return { folded, file: await openVaultFile(fs, path, made.head, made.keys, folded, mode, options) }
}

export const sourceOf = ({ file, folded }: Opened): SnapshotSource => ({
  folded,
  loadDetails: file.loadDetails,
  attachments: file.readAttachment
})

/** Everything in it, one line an item, details opened: two vaults hold the same when these are equal. */
export async function contentsOf({ file, folded }: Opened): Promise<string> {
  const lines: string[] = []
  for (const id of folded.ids()) {
    for (const group of folded.sealedGroups(id)) folded.addDetails(group, await file.loadDetails(group))
    const winners = [...folded.properties(id)].map(([name, { at, value }]) => JSON.stringify([name, at, value]))
    lines.push([id, ...winners.toSorted()].join(' '))
  }
  return lines.toSorted().join('\n')
}

/** As if it had been opened anew, every frame authenticated. */
export async function readBack(fs: VaultFs, made: Made, path = VAULT): Promise<string> {
  const opened = await openAt(fs, made, 'read', { path })
  try {
    await opened.file.verify()
    return await contentsOf(opened)
  } finally {
    await opened.file.close()
  }
}
