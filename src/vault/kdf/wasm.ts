import { argon2id } from 'hash-wasm'
import { TAG_LENGTH, type Argon2id } from './kdf-message.ts'

/** WebAssembly, everywhere and several times slower. It does not wipe its memory: the worker that holds it is ended. */
export const wasmArgon2id: Argon2id = async (password, { memoryKiB, passes, lanes, salt }) =>
  argon2id({
    password,
    salt,
    memorySize: memoryKiB,
    iterations: passes,
    parallelism: lanes,
    hashLength: TAG_LENGTH,
    outputType: 'binary'
  })
