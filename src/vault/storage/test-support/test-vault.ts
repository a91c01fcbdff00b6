import { afterEach } from 'vitest'
import { wrapWithPassword } from '../../../core/crypto/key-slot.ts'
import { deriveVaultKeys, type VaultKeys } from '../../../core/crypto/key-derivation.ts'
import { SecretBytes } from '../../../core/crypto/secret-bytes.ts'
import { encodeHead, type Head } from '../../../core/format/header.ts'
import { randomBytes } from '../../../core/random.ts'
import type { Change } from '../../../core/vault/change.ts'
import { createFoldedVault, type FoldedVault } from '../../../core/vault/fold.ts'
import type { SnapshotSource } from '../snapshot-frames.ts'
import { openVaultFile, type OpenOptions, type VaultFile } from '../vault-file.ts'
import type { VaultFs } from '../vault-fs.ts'
import { writeSnapshot } from '../write-snapshot.ts'

export const FOLDER = '/vaults'
export const VAULT = `${FOLDER}/my.coffer`
const DEVICE = 'aaaaaaaa'

export type TestKeys = { readonly head: Head; readonly keys: VaultKeys }

/** A head and keys as of a new vault, without the cost of a password. */
export function testKeys(data: Uint8Array = randomBytes(32)): TestKeys {
  using dataKey = SecretBytes.own(Uint8Array.from(data))
  using passwordRoot = SecretBytes.own(randomBytes(32))
  const owner = { vaultId: randomBytes(16), keyEpoch: 1 }
  const kdf = { memoryKiB: 262_144, passes: 3, lanes: 4, salt: randomBytes(16) }
  const keys = deriveVaultKeys(dataKey)
  return {
    head: encodeHead({ ...owner, slots: [wrapWithPassword(owner, { passwordRoot, kdf }, dataKey)] }, keys.header),
    keys
  }
}

export const itemId = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
export const stampOf = (time: number, device = DEVICE): string => `${time.toString(16).padStart(12, '0')}0000${device}`

/** An item with something for the list and something for the details. */
export function itemChange(number: number, title = `title ${number}`, time = number): Change {
  return { item: itemId(number), at: stampOf(time), set: { type: 'login', title, 'value:notes': `notes of ${title}` } }
}

export const items = (from: number, to: number): Change[] =>
  Array.from({ length: to - from + 1 }, (_, index) => itemChange(from + index))

export async function* none(): AsyncIterable<Uint8Array> {}

export function sourceOf(
  changes: readonly Change[],
  attachments: SnapshotSource['attachments'] = none
): SnapshotSource {
  const folded = createFoldedVault()
  for (const change of changes) folded.apply(change)
  return { folded, loadDetails: async () => [], attachments }
}

export async function createTestVault(
  fs: VaultFs,
  { head, keys }: TestKeys,
  changes: readonly Change[],
  path = VAULT
): Promise<void> {
  await writeSnapshot(fs, { path, replace: false }, head, keys, sourceOf(changes))
}

const opened: VaultFile[] = []
afterEach(async () => {
  for (const file of opened.splice(0)) await file.close().catch(() => {})
})

export type OpenedTestVault = { readonly file: VaultFile; readonly folded: FoldedVault }

export async function openTestVault(
  fs: VaultFs,
  { head, keys }: TestKeys,
  mode: 'read' | 'write' = 'write',
  options: OpenOptions & { readonly path?: string } = {}
): Promise<OpenedTestVault> {
  const folded = createFoldedVault()
  const { path = VAULT, ...rest } = options
  const file = await openVaultFile(fs, path, head, keys, folded, mode, rest)
  opened.push(file)
  return { folded, file }
}

/** As compaction reads it. */
export function asSource({ file, folded }: OpenedTestVault): SnapshotSource {
  return { folded, loadDetails: file.loadDetails, attachments: file.readAttachment }
}

/** Everything in it as `title: notes`, details opened. */
export async function contentsOf({ file, folded }: OpenedTestVault): Promise<readonly string[]> {
  const texts: string[] = []
  for (const id of folded.ids()) {
    for (const group of folded.sealedGroups(id)) folded.addDetails(group, await file.loadDetails(group))
    texts.push(`${folded.list(id)?.title}: ${String(folded.properties(id).get('value:notes')?.value)}`)
  }
  return texts.toSorted()
}

/** What the vault at the path holds, whatever happened to it before. */
export async function readBack(fs: VaultFs, testKeys: TestKeys, path = VAULT): Promise<readonly string[]> {
  const vault = await openTestVault(fs, testKeys, 'read', { path })
  await vault.file.verify()
  return contentsOf(vault)
}

export const contentsFor = (changes: readonly Change[]): readonly string[] =>
  changes.map(({ set }) => `${String(set['title'])}: ${String(set['value:notes'])}`).toSorted()

export async function joined(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Uint8Array.from(Buffer.concat(all))
}
