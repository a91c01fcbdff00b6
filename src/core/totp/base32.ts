import { Secret } from 'otpauth/bare'

/** RFC 4648, section 6, without padding: how the secrets of one-time codes are written. */
export function toBase32(bytes: Uint8Array): string {
  return new Secret({ buffer: Uint8Array.from(bytes).buffer }).base32
}
