import { type Argon2, TAG_LENGTH } from './kdf-message.ts'

/** The package's names for these are constants that a compiler of single files cannot read; published tags hold us to them. */
const ALGORITHM = { d: 0, id: 2 } as const
const VERSION = { 0x10: 0, 0x13: 1 } as const

/** The native implementation, or null where it does not load (another processor, another C library). */
export async function loadNative(): Promise<Argon2 | null> {
  try {
    const { hashRawSync } = await import('@node-rs/argon2')
    return async (password, { memoryKiB, passes, lanes, salt, variant = 'id', version = 0x13 }) => {
      const numbers = { memoryCost: memoryKiB, timeCost: passes, parallelism: lanes, outputLen: TAG_LENGTH }
      const kind = { algorithm: ALGORITHM[variant], version: VERSION[version] }
      const tag = hashRawSync(password, { ...numbers, ...kind, salt })
      const own = Uint8Array.from(tag)
      tag.fill(0)
      return own
    }
  } catch {
    return null
  }
}
