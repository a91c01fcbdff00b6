import { createHash } from 'node:crypto'
import { chacha20 } from '@noble/ciphers/chacha.js'
import { salsa20 } from '@noble/ciphers/salsa.js'
import { VaultError } from '../../../core/errors.ts'

/** Unmasks protected values, which must come in the order of the document. */
export type ProtectedStream = (masked: Uint8Array) => Uint8Array

const SALSA_NONCE = Uint8Array.from([0xe8, 0x30, 0x09, 0x4b, 0x97, 0x20, 0x5d, 0x2a])
const BLOCK = 64
/** Blocks made ahead at once. */
const AHEAD = 256

/** IMPORT_REFUSED { reason: 'cipher' } for the stream ciphers that nothing has written since 2009. */
export function protectedStream(id: number, key: Uint8Array): ProtectedStream {
  const keystream = makeKeystream(id, key)
  let ahead: Uint8Array = new Uint8Array(0)
  let used = 0
  let counter = 0
  return (masked) => {
    const plain = Uint8Array.from(masked)
    for (let index = 0; index < plain.length; index++) {
      if (used === ahead.length) {
        ahead = keystream(counter)
        counter += AHEAD
        used = 0
      }
      plain[index] = (plain[index] ?? 0) ^ (ahead[used++] ?? 0)
    }
    return plain
  }
}

type Keystream = (counter: number) => Uint8Array

function makeKeystream(id: number, key: Uint8Array): Keystream {
  const zeros = new Uint8Array(BLOCK * AHEAD)
  if (id === 2) {
    const hash = Uint8Array.from(createHash('sha256').update(key).digest())
    return (counter) => salsa20(hash, SALSA_NONCE, zeros, undefined, counter)
  }
  if (id === 3) {
    const hash = Uint8Array.from(createHash('sha512').update(key).digest())
    return (counter) => chacha20(hash.subarray(0, 32), hash.subarray(32, 44), zeros, undefined, counter)
  }
  throw new VaultError('IMPORT_REFUSED', { reason: 'cipher' })
}
