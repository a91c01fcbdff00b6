/** Strings of the SSH wire format, RFC 4251, section 5: a big-endian length and that many bytes. */
export function sshString(value: Uint8Array | string): Buffer {
  const bytes = Buffer.from(value)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** A positive integer without leading zeros, but with one where its first bit would make it negative (mpint). */
export function sshInteger(bytes: Uint8Array): Buffer {
  const plain = Buffer.from(bytes)
  const first = plain.findIndex((byte) => byte !== 0)
  const value = first < 0 ? Buffer.alloc(0) : plain.subarray(first)
  return sshString((value[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.of(0), value]) : value)
}

export type SshReader = {
  /** Null past the end, and for a length that the bytes do not have. */
  string(): Buffer | null
  skip(length: number): void
}

export function readSsh(bytes: Buffer): SshReader {
  let at = 0
  return {
    string() {
      if (at + 4 > bytes.length) return null
      const length = bytes.readUInt32BE(at)
      if (length > bytes.length - at - 4) return null
      at += 4 + length
      return bytes.subarray(at - length, at)
    },
    skip(length) {
      at += length
    }
  }
}
