import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { scryptAsync } from '@noble/hashes/scrypt.js'
import { type Identity, type Recipient, Stanza } from 'age-encryption'
import { concatBytes } from '../../../core/bytes.ts'
import { VaultError } from '../../../core/errors.ts'
import { randomBytes } from '../../../core/random.ts'
import { utf8Bytes } from '../../../core/vault/text.ts'

/**
 * age's passphrase stanza (C2SP age, "scrypt recipient stanza"), as the library has it, but for two things: it lets the
 * process go on answering while it computes, and stops when asked to. Memory is 2^logN KiB.
 */
const LABEL = utf8Bytes('age-encryption.org/v1/scrypt')
/** What `age -p` takes: 256 MiB and about a second. */
export const SCRYPT_WORK = 18
/** A file chooses the number: past this it could take more memory than a vault may ask for. */
export const MAX_SCRYPT_WORK = 20

const SALT_LENGTH = 16
const FILE_KEY_SEALED = 32
/** Each key is new, so its one nonce may be fixed. */
const NO_NONCE = new Uint8Array(12)

export function passphraseRecipient(passphrase: string, signal?: AbortSignal, work: number = SCRYPT_WORK): Recipient {
  return {
    async wrapFileKey(fileKey) {
      const salt = randomBytes(SALT_LENGTH)
      const key = await stretch(passphrase, salt, work, signal)
      return [new Stanza(['scrypt', toUnpadded(salt), String(work)], chacha20poly1305(key, NO_NONCE).encrypt(fileKey))]
    }
  }
}

/** IMPORT_REFUSED { reason: 'kdf' } past MAX_SCRYPT_WORK, IMPORT_DAMAGED for a stanza that is none. */
export function passphraseIdentity(passphrase: string, signal?: AbortSignal): Identity {
  return {
    async unwrapFileKey(stanzas) {
      const stanza = stanzas.find(({ args }) => args[0] === 'scrypt')
      if (stanza === undefined) return null
      // Another stanza beside it would let its writer know that the reader has this passphrase.
      if (stanzas.length !== 1) throw new VaultError('IMPORT_DAMAGED', { place: 'age' })
      const { salt, work } = readArgs(stanza)
      const key = await stretch(passphrase, salt, work, signal)
      try {
        return chacha20poly1305(key, NO_NONCE).decrypt(stanza.body)
      } catch {
        return null
      }
    }
  }
}

function readArgs({ args, body }: Stanza): { readonly salt: Uint8Array; readonly work: number } {
  const [, saltText = '', workText = ''] = args
  const salt = Uint8Array.from(Buffer.from(saltText, 'base64'))
  const isCanonical = salt.length === SALT_LENGTH && toUnpadded(salt) === saltText
  if (args.length !== 3 || !isCanonical || !/^[1-9][0-9]{0,9}$/.test(workText) || body.length !== FILE_KEY_SEALED)
    throw new VaultError('IMPORT_DAMAGED', { place: 'age' })
  const work = Number(workText)
  if (work > MAX_SCRYPT_WORK) throw new VaultError('IMPORT_REFUSED', { reason: 'kdf' })
  return { salt, work }
}

async function stretch(passphrase: string, salt: Uint8Array, work: number, signal?: AbortSignal): Promise<Uint8Array> {
  const onProgress = (): void => {
    if (signal?.aborted) throw new VaultError('CANCELLED')
  }
  onProgress()
  const numbers = { N: 2 ** work, r: 8, p: 1, dkLen: 32, maxmem: 2 ** 31, asyncTick: 20 }
  return scryptAsync(utf8Bytes(passphrase), concatBytes(LABEL, salt), { ...numbers, onProgress })
}

const toUnpadded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '')
