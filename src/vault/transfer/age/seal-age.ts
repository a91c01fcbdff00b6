import { Encrypter } from 'age-encryption'
import { VaultError } from '../../../core/errors.ts'
import { armored } from './age-armor.ts'
import { passphraseRecipient } from './scrypt-stanza.ts'

/** Whom an age file is for: everybody who knows a passphrase, or the holders of these keys. */
export type AgeFor = { readonly passphrase: string } | { readonly recipients: readonly string[] }
export type AgeOptions = {
  readonly armor?: boolean
  readonly signal?: AbortSignal
  /** Tests may lower it; nothing that is written for a user does. */
  readonly scryptWork?: number
}

/**
 * The pieces of an age file (age-encryption.org/v1) that stock tools open. BAD_RECIPIENT { number } for a key that is
 * none, and BAD_RECIPIENT { mixed: 1 } where post-quantum keys stand beside others: one of those would undo them.
 */
export async function* sealAge(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  audience: AgeFor,
  { armor = false, signal, scryptWork }: AgeOptions = {}
): AsyncIterable<Uint8Array> {
  const encrypter = new Encrypter()
  if ('passphrase' in audience) encrypter.addRecipient(passphraseRecipient(audience.passphrase, signal, scryptWork))
  else addRecipients(encrypter, audience.recipients)
  const sealed = await encrypter.encrypt(ReadableStream.from(pieces))
  yield* armor ? armored(sealed) : sealed
}

/** BAD_RECIPIENT unless each is an age recipient and all are of one strength. */
export function checkRecipients(recipients: readonly string[]): void {
  addRecipients(new Encrypter(), recipients)
}

function addRecipients(encrypter: Encrypter, recipients: readonly string[]): void {
  if (recipients.length === 0) throw new VaultError('BAD_RECIPIENT', { number: 0 })
  for (const [index, recipient] of recipients.entries()) {
    try {
      encrypter.addRecipient(recipient)
    } catch (error) {
      throw new VaultError('BAD_RECIPIENT', { number: index + 1 }, { cause: error })
    }
  }
  const hybrid = recipients.filter(isPostQuantum).length
  if (hybrid > 0 && hybrid < recipients.length) throw new VaultError('BAD_RECIPIENT', { mixed: 1 })
}

const isPostQuantum = (recipient: string): boolean => /^age1(?:pq|tagpq)1/.test(recipient)
