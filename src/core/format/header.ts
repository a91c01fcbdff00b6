import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { byteAt, concatBytes, equalBytes, readU32, u32 } from '../bytes.ts'
import type { Slot } from '../crypto/key-slot.ts'
import { VaultError } from '../errors.ts'
import { utf8Bytes } from '../vault/text.ts'
import { headerText, parseHeaderText } from './header-text.ts'

export type Header = { readonly vaultId: Uint8Array; readonly keyEpoch: number; readonly slots: readonly Slot[] }

/** The header with everything around it: `bytes` are magic … headerMac, `mac` their last 32. */
export type Head = { readonly header: Header; readonly bytes: Uint8Array; readonly mac: Uint8Array }

const MAGIC = Uint8Array.of(0x43, 0x4f, 0x46, 0x46, 0x45, 0x52, 0x00)
const FORMAT = 1
/** magic, format version, headerLength. */
export const HEAD_PREFIX_LENGTH = 12
const MAX_HEADER = 65_536
const CHECK_LENGTH = 32
const MAC_LENGTH = 32

/** The length of the whole head from its first bytes. NOT_A_VAULT, VAULT_TOO_NEW, VAULT_DAMAGED. */
export function headLength(prefix: Uint8Array): number {
  if (!equalBytes(prefix.slice(0, MAGIC.length), MAGIC)) throw new VaultError('NOT_A_VAULT')
  if (prefix.length < HEAD_PREFIX_LENGTH) throw new VaultError('VAULT_DAMAGED', { offset: prefix.length })
  const format = byteAt(prefix, MAGIC.length)
  if (format !== FORMAT) throw new VaultError(format > FORMAT ? 'VAULT_TOO_NEW' : 'NOT_A_VAULT', { format })
  const length = readU32(prefix, 8)
  if (length === 0 || length > MAX_HEADER) throw new VaultError('VAULT_DAMAGED', { offset: 8 })
  return HEAD_PREFIX_LENGTH + length + CHECK_LENGTH + MAC_LENGTH
}

/**
 * Reads a head without any key: the check tells damage from a wrong password before one is asked for. VAULT_DAMAGED,
 * KDF_REFUSED.
 */
export function parseHead(bytes: Uint8Array): Head {
  if (bytes.length !== headLength(bytes.subarray(0, HEAD_PREFIX_LENGTH)))
    throw new VaultError('VAULT_DAMAGED', { offset: bytes.length })
  const end = bytes.length - CHECK_LENGTH - MAC_LENGTH
  const checked = bytes.subarray(0, end)
  if (!equalBytes(sha256(checked), bytes.subarray(end, end + CHECK_LENGTH)))
    throw new VaultError('VAULT_DAMAGED', { offset: 0 })
  const header = parseHeaderText(bytes.subarray(HEAD_PREFIX_LENGTH, end))
  return { header, bytes, mac: bytes.slice(-MAC_LENGTH) }
}

/** A head for this header under this vault's header key. */
export function encodeHead(header: Header, headerKey: Uint8Array): Head {
  const text = utf8Bytes(headerText(header))
  if (text.length > MAX_HEADER) throw new VaultError('TOO_LARGE')
  const checked = concatBytes(MAGIC, Uint8Array.of(FORMAT), u32(text.length), text)
  const mac = hmac(sha256, headerKey, checked)
  return { header, bytes: concatBytes(checked, sha256(checked), mac), mac }
}

export function isAuthentic({ bytes, mac }: Head, headerKey: Uint8Array): boolean {
  return equalBytes(hmac(sha256, headerKey, bytes.subarray(0, bytes.length - CHECK_LENGTH - MAC_LENGTH)), mac)
}
