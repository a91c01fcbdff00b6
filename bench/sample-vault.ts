import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type KdfParams, passwordBytes } from '../src/core/crypto/kdf-params.ts'
import { seal } from '../src/core/crypto/aead.ts'
import { deriveVaultKeys, type VaultKeys } from '../src/core/crypto/key-derivation.ts'
import { SecretBytes } from '../src/core/crypto/secret-bytes.ts'
import { encodeHead, type Head } from '../src/core/format/header.ts'
import { wrapWithPhrase, wrapWithPassword } from '../src/core/crypto/key-slot.ts'
import { randomBytes } from '../src/core/random.ts'
import { createFoldedVault } from '../src/core/vault/fold.ts'
import { startKdf } from '../src/vault/kdf/derive-key.ts'
import { nodeFs } from '../src/vault/storage/vault-fs.ts'
import { writeSnapshot } from '../src/vault/storage/write-snapshot.ts'
import { sampleChanges, sampleItems } from './sample-items.ts'

export const SAMPLE_STAMP = '018bcfe568000000aaaaaaaa'

/** Long enough to be taken; the page's measurements type it. */
export const SAMPLE_PASSWORD = 'a password for measurements'

export type SampleVault = {
  readonly path: string
  readonly head: Head
  readonly dataKey: Uint8Array
  /** What Argon2id makes of SAMPLE_PASSWORD, so that opening can be measured without it. */
  readonly passwordRoot: Uint8Array
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
  const kdf = { ...CHEAP_KDF, salt: randomBytes(16) }
  const passwordRoot = await rootOf(kdf)
  const head = makeHead(raw, keys(), passwordRoot, kdf)
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
  return { path, head, dataKey: raw, passwordRoot, keys, blob }
}

/** The least that a reader accepts. */
export const CHEAP_KDF = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 }

async function rootOf(kdf: KdfParams): Promise<Uint8Array> {
  const { deriveKey, close } = startKdf()
  try {
    using password = passwordBytes(SAMPLE_PASSWORD)
    using root = await deriveKey(password, kdf)
    return Uint8Array.from(root.bytes)
  } finally {
    await close()
  }
}

function makeHead(raw: Uint8Array, keys: VaultKeys, passwordRoot: Uint8Array, kdf: KdfParams): Head {
  using _keys = keys
  using dataKey = SecretBytes.own(Uint8Array.from(raw))
  using root = SecretBytes.own(Uint8Array.from(passwordRoot))
  using entropy = SecretBytes.own(randomBytes(32))
  const owner = { vaultId: randomBytes(16), keyEpoch: 1 }
  const slots = [wrapWithPassword(owner, { passwordRoot: root, kdf }, dataKey), wrapWithPhrase(owner, entropy, dataKey)]
  return encodeHead({ ...owner, slots }, keys.header)
}

async function* noAttachments(): AsyncIterable<Uint8Array> {}
