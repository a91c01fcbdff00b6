import { type Argon2id, TAG_LENGTH } from './kdf-message.ts'

/**
 * The native implementation, or null where it does not load (another processor, another C library). Argon2id and version
 * 0x13 are its defaults, and its names for them are constants that a compiler of single files cannot read; the published
 * tag in the tests is what holds it to them.
 */
export async function loadNative(): Promise<Argon2id | null> {
  try {
    const { hashRawSync } = await import('@node-rs/argon2')
    return async (password, { memoryKiB, passes, lanes, salt }) => {
      const numbers = { memoryCost: memoryKiB, timeCost: passes, parallelism: lanes, outputLen: TAG_LENGTH }
      const tag = hashRawSync(password, { ...numbers, salt })
      const own = Uint8Array.from(tag)
      tag.fill(0)
      return own
    }
  } catch {
    return null
  }
}
