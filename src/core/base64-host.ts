/**
 * Bytes of their own for a text of base64; null for any text but the only one that its bytes have (RFC 4648, section 4:
 * padded, nothing in bits that are left over).
 */
export type DecodeBase64 = (text: string) => Uint8Array<ArrayBuffer> | null

let host: DecodeBase64 | null = null

/** What long texts are read with from now on in this thread; null for our own. A process that has just begun runs ours slowly. */
export function installHostBase64(decode: DecodeBase64 | null): void {
  host = decode
}

export function hostBase64(): DecodeBase64 | null {
  return host
}
