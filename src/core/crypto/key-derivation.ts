import { expand } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8Bytes } from '../vault/text.ts'
import { KEY_LENGTH } from './aead.ts'
import type { SecretBytes } from './secret-bytes.ts'

/** The keys of an open vault, each for one purpose. Zeroed by dispose. */
export type VaultKeys = Disposable & {
  readonly header: Uint8Array
  readonly frame: Uint8Array
  readonly concealed: Uint8Array
  readonly fingerprint: Uint8Array
}

/** HKDF-Expand (RFC 5869, section 2.3) of the data key, one label each. The caller keeps the data key and disposes both. */
export function deriveVaultKeys(dataKey: SecretBytes): VaultKeys {
  const key = (purpose: string): Uint8Array =>
    expand(sha256, dataKey.bytes, utf8Bytes(`coffer/1/key/${purpose}`), KEY_LENGTH)
  const keys = {
    header: key('header'),
    frame: key('frame'),
    concealed: key('concealed'),
    fingerprint: key('fingerprint')
  }
  return {
    ...keys,
    [Symbol.dispose]() {
      for (const bytes of Object.values(keys)) bytes.fill(0)
    }
  }
}
