/** Every way in which the engine refuses. Closed: the renderer and the command line have words for each. */
export const VAULT_ERROR_CODES = [
  'WRONG_PASSWORD',
  'WRONG_RECOVERY_PHRASE',
  'BAD_RECOVERY_PHRASE',
  'NOT_A_VAULT',
  'OTHER_VAULT',
  'VAULT_DAMAGED',
  'VAULT_TOO_NEW',
  'KDF_REFUSED',
  'VAULT_ROLLED_BACK',
  'STALE',
  'LOCKED_BY_OTHER',
  'FILE_CHANGED_ON_DISK',
  'REKEYED_ELSEWHERE',
  'NO_SPACE',
  'READ_ONLY',
  'PERMISSION',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'NOT_A_FILE',
  'IO',
  'TOO_LARGE',
  'BAD_REQUEST',
  'ITEM_NOT_FOUND',
  'FIELD_NOT_FOUND',
  'LOCKED',
  'KEY_CHANGED',
  'PASSWORD_TOO_SHORT',
  'DEVICE_KEY_NEEDED',
  'CLOCK_OUT_OF_RANGE',
  'BACKUP_DAMAGED',
  'WORD_LIST_DAMAGED',
  'BAD_OTP_SECRET',
  'IMPORT_UNKNOWN_FORMAT',
  'IMPORT_NEEDS_PASSWORD',
  'IMPORT_DAMAGED',
  'IMPORT_REFUSED',
  'BAD_RECIPIENT',
  'REFERENCE_NOT_FOUND',
  'ATTACHMENT_DAMAGED',
  'SOURCE_CHANGED',
  'BAD_DEVICE_KEY',
  'KEYCHAIN_UNAVAILABLE',
  'KEYCHAIN_LOCKED',
  'NOT_A_BREACH_LIST',
  'NETWORK',
  'CANCELLED',
  'INTERNAL'
] as const
export type VaultErrorCode = (typeof VAULT_ERROR_CODES)[number]

/** `detail` says where or how much (offsets, counts, kinds, paths), never a value of the user's. */
export class VaultError extends Error {
  readonly code: VaultErrorCode
  readonly detail: Readonly<Record<string, string | number>>

  constructor(
    code: VaultErrorCode,
    detail: Readonly<Record<string, string | number>> = {},
    options?: { cause?: unknown }
  ) {
    super(code, options)
    this.name = 'VaultError'
    this.code = code
    this.detail = detail
  }
}
