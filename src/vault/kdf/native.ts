import { type Argon2id, TAG_LENGTH } from './kdf-message.ts'

// The package declares these as ambient constants, which a compiler of single files cannot read.
const ARGON2ID = 2
const VERSION_0X13 = 1

/** The native implementation, or null where it does not load (another processor, another C library). */
export async function loadNative(): Promise<Argon2id | null> {
  try {
    const { hashRawSync } = await import('@node-rs/argon2')
    return async (password, { memoryKiB, passes, lanes, salt }) => {
      const numbers = { memoryCost: memoryKiB, timeCost: passes, parallelism: lanes, outputLen: TAG_LENGTH }
      const tag = hashRawSync(password, { ...numbers, salt, algorithm: ARGON2ID, version: VERSION_0X13 })
      const own = Uint8Array.from(tag)
      tag.fill(0)
      return own
    }
  } catch {
    return null
  }
}
