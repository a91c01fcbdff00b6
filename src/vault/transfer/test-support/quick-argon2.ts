import type { DeriveForeign } from '../../kdf/foreign-argon2.ts'
import { checkForeignArgon2 } from '../../kdf/foreign-argon2.ts'
import { loadNative } from '../../kdf/native.ts'
import { wasmArgon2 } from '../../kdf/wasm.ts'

/** The same function on this thread: tests need no worker's start for each file. */
export const quickArgon2: DeriveForeign = async (password, params) => {
  checkForeignArgon2(params)
  const argon2 = (await loadNative()) ?? wasmArgon2
  return argon2(password, params)
}
