import { totalmem } from 'node:os'
import { DEFAULT_KDF, KDF_LIMITS, type KdfNumbers } from '../../core/crypto/kdf-params.ts'
import { SecretBytes } from '../../core/crypto/secret-bytes.ts'
import type { DeriveKey } from './derive-key.ts'

/** Milliseconds that unlocking may take here. */
const TARGET = 1000

export type CalibrateOptions = {
  readonly now?: () => number
  /** Bytes of memory of this machine. */
  readonly memory?: number
}

/**
 * The numbers of a new slot: never less than the default, and as much more as this machine does in about a second. One
 * derivation with the default is measured. It ends with CANCELLED when the KDF is told to stop.
 */
export async function calibrate(deriveKey: DeriveKey, options: CalibrateOptions = {}): Promise<KdfNumbers> {
  const { now = () => performance.now(), memory = totalmem() } = options
  using password = SecretBytes.own(new Uint8Array(16))
  const salt = new Uint8Array(16)
  // The first derivation waits for its thread to start; a person who unlocks has typed meanwhile.
  const started = now()
  using _root = await deriveKey(password, { ...DEFAULT_KDF, salt })
  return raiseKdf(TARGET / Math.max(1, now() - started), memory / 1024)
}

/**
 * The default times `factor`, within the bounds of the format: first in memory, which costs an attacker's hardware most,
 * as long as it is a sixteenth of what this machine has (`memoryKiB`), then in passes.
 */
export function raiseKdf(factor: number, memoryKiB: number): KdfNumbers {
  const { passes, lanes } = DEFAULT_KDF
  const ceiling = Math.min(KDF_LIMITS.memoryKiB[1], memoryKiB / 16)
  let raised = DEFAULT_KDF.memoryKiB
  let left = factor
  while (left >= 2 && raised * 2 <= ceiling) {
    raised *= 2
    left /= 2
  }
  const most = Math.min(KDF_LIMITS.passes[1], Math.floor(KDF_LIMITS.memoryTimesPassesKiB / raised))
  const wanted = Math.floor(passes * Math.max(1, left))
  return { memoryKiB: raised, passes: Math.max(passes, Math.min(most, wanted)), lanes }
}
