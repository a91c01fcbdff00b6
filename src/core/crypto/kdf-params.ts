import { VaultError } from '../errors.ts'
import { utf8Bytes } from '../vault/text.ts'
import { SecretBytes } from './secret-bytes.ts'

/** Argon2id version 0x13 (RFC 9106): memory in KiB, passes, lanes. */
export type KdfNumbers = { readonly memoryKiB: number; readonly passes: number; readonly lanes: number }
/** With the salt of its slot, 16 bytes. */
export type KdfParams = KdfNumbers & { readonly salt: Uint8Array }

const MIB = 1024

/** A vault file is untrusted input: without a ceiling it could make us take 4 TiB, without a floor it could leak the password. */
export const KDF_LIMITS = {
  memoryKiB: [64 * MIB, 1024 * MIB],
  passes: [1, 16],
  lanes: [1, 8],
  /** Below this much memory, at least so many passes. */
  fewPassesFromKiB: 256 * MIB,
  leastPassesBelow: 3,
  memoryTimesPassesKiB: 4096 * MIB
} as const

export const DEFAULT_KDF: KdfNumbers = { memoryKiB: 256 * MIB, passes: 3, lanes: 4 }

/** KDF_REFUSED, before any memory is taken. */
export function checkKdf({ memoryKiB, passes, lanes }: KdfNumbers): void {
  const { fewPassesFromKiB, leastPassesBelow, memoryTimesPassesKiB } = KDF_LIMITS
  const allowed =
    isWithin(memoryKiB, KDF_LIMITS.memoryKiB) &&
    isWithin(passes, KDF_LIMITS.passes) &&
    isWithin(lanes, KDF_LIMITS.lanes) &&
    (memoryKiB >= fewPassesFromKiB || passes >= leastPassesBelow) &&
    memoryKiB * passes <= memoryTimesPassesKiB
  if (!allowed) throw new VaultError('KDF_REFUSED')
}

/** NFKC, then UTF-8: the same password typed on another system gives the same bytes. */
export function passwordBytes(masterPassword: string): SecretBytes {
  return SecretBytes.own(utf8Bytes(masterPassword.normalize('NFKC')))
}

function isWithin(value: number, [least, most]: readonly [number, number]): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}
