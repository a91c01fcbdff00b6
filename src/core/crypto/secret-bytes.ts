import { VaultError } from '../errors.ts'

/**
 * Key material with one owner and an end: `using key = SecretBytes.own(bytes)` zeroes the bytes when the block ends,
 * also on a throw. `own` takes the bytes over; nobody else may keep them.
 */
export class SecretBytes implements Disposable {
  #bytes: Uint8Array | null

  private constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  static own(bytes: Uint8Array): SecretBytes {
    return new SecretBytes(bytes)
  }

  /** The bytes themselves, to read only. INTERNAL once they are zeroed: a key of zeros must never be used. */
  get bytes(): Uint8Array {
    if (this.#bytes === null) throw new VaultError('INTERNAL')
    return this.#bytes
  }

  /** A second one with an owner of its own. */
  copy(): SecretBytes {
    return SecretBytes.own(Uint8Array.from(this.bytes))
  }

  [Symbol.dispose](): void {
    this.#bytes?.fill(0)
    this.#bytes = null
  }
}
