import { createRequire } from 'node:module'
import type * as Native from '@node-rs/argon2'
import { type Argon2, type Argon2Params, TAG_LENGTH } from './kdf-message.ts'

/** The package's names for these are constants that a compiler of single files cannot read; published tags hold us to them. */
const ALGORITHM = { d: 0, id: 2 } as const
const VERSION = { 0x10: 0, 0x13: 1 } as const

/** The native implementation, on the thread that asks; null where it does not load (another processor or C library). */
export async function loadNative(): Promise<Argon2 | null> {
  const native = load()
  return native && (async (password, params) => ownTag(native.hashRawSync(password, optionsOf(params))))
}

/** The same on a thread of Node's own pool. `password` is read until the answer is there. */
export async function loadPooled(): Promise<Argon2 | null> {
  const native = load()
  return native && (async (password, params) => ownTag(await native.hashRaw(password, optionsOf(params))))
}

function load(): Pick<typeof Native, 'hashRaw' | 'hashRawSync'> | null {
  try {
    // It is CommonJS: to import it, Node would first look for its names with a parser of megabytes.
    return createRequire(import.meta.url)('@node-rs/argon2') as typeof Native
  } catch {
    return null
  }
}

function optionsOf({ memoryKiB, passes, lanes, salt, variant = 'id', version = 0x13 }: Argon2Params) {
  const numbers = { memoryCost: memoryKiB, timeCost: passes, parallelism: lanes, outputLen: TAG_LENGTH }
  return { ...numbers, algorithm: ALGORITHM[variant], version: VERSION[version], salt }
}

function ownTag(tag: Uint8Array): Uint8Array {
  const own = Uint8Array.from(tag)
  tag.fill(0)
  return own
}
