import type { KdfNumbers } from '../../core/crypto/kdf-params.ts'
import { SecretBytes } from '../../core/crypto/secret-bytes.ts'
import { calibrate, type CalibrateOptions } from './calibrate.ts'
import type { DeriveKey } from './derive-key.ts'

export type KdfMeasure = {
  /** What one derivation with the numbers of now took here. */
  readonly milliseconds: number
  /** What this machine does in about a second; the numbers of now where that is no more than they are. */
  readonly proposed: KdfNumbers
  /** What one derivation with those would take, by the memory that it moves. */
  readonly proposedMilliseconds: number
}

/** Measures the numbers of a vault on this machine, and what it could do. CANCELLED when the KDF is told to stop. */
export async function measureKdf(
  deriveKey: DeriveKey,
  current: KdfNumbers,
  options: CalibrateOptions = {}
): Promise<KdfMeasure> {
  const { now = () => performance.now() } = options
  using password = SecretBytes.own(new Uint8Array(16))
  const started = now()
  using _root = await deriveKey(password, { ...current, salt: new Uint8Array(16) })
  const milliseconds = Math.max(1, Math.round(now() - started))
  const possible = await calibrate(deriveKey, options)
  const proposed = isRaised(current, possible) ? possible : current
  return { milliseconds, proposed, proposedMilliseconds: Math.round((milliseconds * work(proposed)) / work(current)) }
}

/** More of one and no less of the other: what costs an attacker is never given away. */
export const isRaised = (from: KdfNumbers, to: KdfNumbers): boolean =>
  to.memoryKiB >= from.memoryKiB && to.passes >= from.passes && work(to) > work(from)

const work = ({ memoryKiB, passes }: KdfNumbers): number => memoryKiB * passes
