import type { VaultKeys } from '../../core/crypto/key-derivation.ts'
import type { FrameScope } from '../../core/format/frame.ts'
import type { Head } from '../../core/format/header.ts'

/** What seals and opens the frames of this file. It borrows the frame key: useless once the keys are disposed. */
export function frameScope({ header }: Head, keys: VaultKeys): FrameScope {
  return { key: keys.frame, vaultId: header.vaultId, keyEpoch: header.keyEpoch }
}
