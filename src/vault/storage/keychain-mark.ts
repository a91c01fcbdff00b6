import { type KeptMark, MOST_KEYCHAIN_BYTES } from '../../shared/freshness-mark.ts'

/** The mark in the system's keychain. Only main reaches that: it gives what it found, and is told what to keep. */
export type KeychainMark = {
  give(text: string): void
  /** As it was given, whatever vault it is of; null where nothing was. */
  found(): Uint8Array | null
  keep(vaultId: string, bytes: Uint8Array): void
}

export function createKeychainMark(tell: (kept: KeptMark) => void): KeychainMark {
  let found: Uint8Array | null = null
  return {
    give(text) {
      found = new TextEncoder().encode(text)
    },
    found: () => found,
    keep(vaultId, bytes) {
      // The file has it all the same; what the keychain holds of earlier lags, which is no alarm.
      if (bytes.length > MOST_KEYCHAIN_BYTES) return
      tell({ vaultId, mark: new TextDecoder().decode(bytes) })
    }
  }
}
