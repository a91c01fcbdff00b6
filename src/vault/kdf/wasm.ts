import { argon2d, argon2id } from 'hash-wasm'
import { type Argon2, TAG_LENGTH } from './kdf-message.ts'

const VARIANTS = { d: argon2d, id: argon2id } as const

/** WebAssembly, everywhere and several times slower. It does not wipe its memory: the worker that holds it is ended. */
export const wasmArgon2: Argon2 = async (
  password,
  { memoryKiB, passes, lanes, salt, variant = 'id', version = 0x13 }
) => {
  if (version !== 0x13) throw new RangeError('version')
  return VARIANTS[variant]({
    password,
    salt,
    memorySize: memoryKiB,
    iterations: passes,
    parallelism: lanes,
    hashLength: TAG_LENGTH,
    outputType: 'binary'
  })
}
