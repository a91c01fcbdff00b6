import { Decrypter } from 'age-encryption'
import { VaultError } from '../../../core/errors.ts'
import { dearmored, isArmored } from './age-armor.ts'
import { passphraseIdentity } from './scrypt-stanza.ts'

const MAGIC = 'age-encryption.org/v1\n'
/** Each stanza costs a key agreement; a header that was made for people is far below both. */
const MAX_HEADER = 2 ** 20
const MAX_STANZAS = 100

export type AgeKeys = {
  readonly passphrase?: string
  /** `AGE-SECRET-KEY-1…` and `AGE-SECRET-KEY-PQ-1…`. */
  readonly identities?: readonly string[]
  /** An identity that nobody typed: when it is the only key and does not fit, there was none. */
  readonly ownIdentity?: string
  readonly signal?: AbortSignal
}

export function isAge(bytes: Uint8Array): boolean {
  return isArmored(bytes) || Buffer.from(bytes.subarray(0, MAGIC.length)).toString('latin1') === MAGIC
}

/**
 * The content of an age file, armored or not. WRONG_PASSWORD when no key fits, IMPORT_NEEDS_PASSWORD when none was given,
 * IMPORT_DAMAGED { place }, IMPORT_REFUSED { reason }, CANCELLED; BAD_REQUEST for an identity that is none.
 */
export async function openAge(bytes: Uint8Array, keys: AgeKeys): Promise<Uint8Array> {
  const { passphrase, identities = [], ownIdentity, signal } = keys
  const decrypter = new Decrypter()
  const own = ownIdentity === undefined ? [] : [ownIdentity]
  for (const identity of [...own, ...identities]) addIdentity(decrypter, identity)
  if (passphrase !== undefined) decrypter.addIdentity(passphraseIdentity(passphrase, signal))
  let noneFits = false
  // The library tells what went wrong in prose only; asked last, this one knows that the header was read and no key fits.
  decrypter.addIdentity({ unwrapFileKey: () => ((noneFits = true), null) })
  try {
    const file = isArmored(bytes) ? dearmored(bytes) : bytes
    checkHeader(file)
    return await decrypter.decrypt(file)
  } catch (error) {
    if (error instanceof VaultError) throw error
    if (!noneFits) throw new VaultError('IMPORT_DAMAGED', { place: 'age' }, { cause: error })
    const hasKeys = passphrase !== undefined || identities.length > 0
    throw new VaultError(hasKeys ? 'WRONG_PASSWORD' : 'IMPORT_NEEDS_PASSWORD')
  }
}

function addIdentity(decrypter: Decrypter, identity: string): void {
  try {
    decrypter.addIdentity(identity)
  } catch {
    // The cause would quote the key.
    throw new VaultError('BAD_REQUEST')
  }
}

function checkHeader(file: Uint8Array): void {
  const head = Buffer.from(file.subarray(0, MAX_HEADER)).toString('latin1')
  const end = head.indexOf('\n---')
  if (end === -1) throw new VaultError('IMPORT_DAMAGED', { place: 'age' })
  const stanzas = head.slice(0, end).split('\n-> ').length - 1
  if (stanzas > MAX_STANZAS) throw new VaultError('IMPORT_REFUSED', { reason: 'tooMany' })
}
