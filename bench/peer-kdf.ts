import type { KdfNumbers } from '../src/core/crypto/kdf-params.ts'
import { loadNative } from '../src/vault/kdf/native.ts'
import { wasmArgon2 } from '../src/vault/kdf/wasm.ts'
import { median } from './measure.ts'

/** Milliseconds of CPU, of all threads, for one key under these numbers. */
export async function timeOfArgon2(numbers: KdfNumbers): Promise<number> {
  const argon2 = (await loadNative()) ?? wasmArgon2
  const [password, salt] = [new Uint8Array(32).fill(1), new Uint8Array(16).fill(7)]
  const spent: number[] = []
  for (let round = 0; round < 5; round++) {
    const before = process.cpuUsage()
    await argon2(password, { ...numbers, salt })
    const { user, system } = process.cpuUsage(before)
    spent.push((user + system) / 1000)
  }
  return median(spent)
}
