import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { seal } from '../src/core/crypto/aead.ts'
import { deriveVaultKeys, type VaultKeys } from '../src/core/crypto/key-derivation.ts'
import { SecretBytes } from '../src/core/crypto/secret-bytes.ts'
import { encodeHead, type Head } from '../src/core/format/header.ts'
import { wrapWithPhrase, wrapWithPassword } from '../src/core/crypto/key-slot.ts'
import { randomBytes } from '../src/core/random.ts'
import { createFoldedVault } from '../src/core/vault/fold.ts'
import { nodeFs } from '../src/vault/storage/vault-fs.ts'
import { writeSnapshot } from '../src/vault/storage/write-snapshot.ts'
import { sampleChanges, sampleItems } from './sample-items.ts'

export const SAMPLE_STAMP = '018bcfe568000000aaaaaaaa'

export type SampleVault = {
  readonly path: string
  readonly head: Head
  readonly dataKey: Uint8Array
  /** Fresh ones each time: whoever opens the vault zeroes them. */
  readonly keys: () => VaultKeys
  /** The same items as one sealed JSON document. */
  readonly blob: { readonly path: string; readonly key: Uint8Array }
}

/** A vault of `count` items on the disk without the time of Argon2id: its keys are made here. */
export async function makeSampleVault(folder: string, count: number): Promise<SampleVault> {
  await mkdir(folder, { recursive: true })
  const raw = randomBytes(32)
  const keys = () => {
    using dataKey = SecretBytes.own(Uint8Array.from(raw))
    return deriveVaultKeys(dataKey)
  }
  const head = makeHead(raw, keys())
  const path = join(folder, `${count}.coffer`)
  const { vaultId, keyEpoch } = head.header
  const items = sampleItems(count)
  using own = keys()
  const folded = createFoldedVault()
  for (const change of sampleChanges(
    items,
    { key: own.concealed, fingerprintKey: own.fingerprint, vaultId, keyEpoch },
    SAMPLE_STAMP
  ))
    folded.apply(change)
  const source = { folded, loadDetails: async () => [], attachments: noAttachments }
  await writeSnapshot(nodeFs, { path, replace: false }, head, own, source, {})
  const blob = { path: join(folder, `${count}.blob`), key: randomBytes(32) }
  await writeFile(blob.path, seal(blob.key, Buffer.from(JSON.stringify(items)), new Uint8Array()))
  return { path, head, dataKey: raw, keys, blob }
}

function makeHead(raw: Uint8Array, keys: VaultKeys): Head {
  using _keys = keys
  using dataKey = SecretBytes.own(Uint8Array.from(raw))
  using root = SecretBytes.own(randomBytes(32))
  using entropy = SecretBytes.own(randomBytes(32))
  const owner = { vaultId: randomBytes(16), keyEpoch: 1 }
  const kdf = { memoryKiB: 64 * 1024, passes: 3, lanes: 1, salt: randomBytes(16) }
  const slots = [wrapWithPassword(owner, { passwordRoot: root, kdf }, dataKey), wrapWithPhrase(owner, entropy, dataKey)]
  return encodeHead({ ...owner, slots }, keys.header)
}

async function* noAttachments(): AsyncIterable<Uint8Array> {}
