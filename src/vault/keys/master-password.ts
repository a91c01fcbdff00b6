import { passwordBytes } from '../../core/crypto/kdf-params.ts'
import type { SecretBytes } from '../../core/crypto/secret-bytes.ts'
import { VaultError } from '../../core/errors.ts'

export const LEAST_CHARACTERS = 15

/** The bytes of a password that is being set; PASSWORD_TOO_SHORT. One that opens a vault is never refused for its length. */
export function newMasterPassword(text: string): SecretBytes {
  if ([...text].length < LEAST_CHARACTERS) throw new VaultError('PASSWORD_TOO_SHORT', { least: LEAST_CHARACTERS })
  return passwordBytes(text)
}
