import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Enough to know a text again, and never the text. The salt keeps two copies of one password from looking alike. */
export type SaltedHash = { readonly salt: Buffer; readonly hash: Buffer }

/** Said to the watchdog last, when nothing of ours is left on the clipboard. */
export const DONE = 'done'

const LINE = /^([0-9a-f]{32}) ([0-9a-f]{64})$/

export function saltedHash(text: string, salt: Buffer = randomBytes(16)): SaltedHash {
  return { salt, hash: createHash('sha256').update(salt).update(text, 'utf8').digest() }
}

export const isHashOf = (text: string, { salt, hash }: SaltedHash): boolean =>
  timingSafeEqual(saltedHash(text, salt).hash, hash)

export const hashLine = ({ salt, hash }: SaltedHash): string => `${salt.toString('hex')} ${hash.toString('hex')}\n`

/** Null for what is no such line, or only a part of one. */
export function parseHashLine(line: string): SaltedHash | null {
  const [, salt, hash] = LINE.exec(line) ?? []
  return salt === undefined || hash === undefined
    ? null
    : { salt: Buffer.from(salt, 'hex'), hash: Buffer.from(hash, 'hex') }
}
