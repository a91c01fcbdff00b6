import type { VaultErrorCode } from '../core/errors.ts'

/** Documented in docs/coffer-cli.md; scripts rely on them, so a number never changes its meaning. */
export const EXIT = {
  done: 0,
  internal: 1,
  usage: 2,
  wrongSecret: 3,
  notFound: 4,
  damaged: 5,
  conflict: 6,
  disk: 7,
  cancelled: 130
} as const

const EXIT_OF: Record<VaultErrorCode, (typeof EXIT)[keyof typeof EXIT]> = {
  WRONG_PASSWORD: EXIT.wrongSecret,
  WRONG_RECOVERY_PHRASE: EXIT.wrongSecret,
  BAD_RECOVERY_PHRASE: EXIT.wrongSecret,
  DEVICE_KEY_NEEDED: EXIT.wrongSecret,
  NOT_A_VAULT: EXIT.damaged,
  OTHER_VAULT: EXIT.usage,
  VAULT_DAMAGED: EXIT.damaged,
  VAULT_TOO_NEW: EXIT.damaged,
  KDF_REFUSED: EXIT.damaged,
  VAULT_ROLLED_BACK: EXIT.damaged,
  BACKUP_DAMAGED: EXIT.damaged,
  WORD_LIST_DAMAGED: EXIT.damaged,
  STALE: EXIT.conflict,
  LOCKED_BY_OTHER: EXIT.conflict,
  FILE_CHANGED_ON_DISK: EXIT.conflict,
  REKEYED_ELSEWHERE: EXIT.conflict,
  ALREADY_EXISTS: EXIT.conflict,
  NO_SPACE: EXIT.disk,
  READ_ONLY: EXIT.disk,
  PERMISSION: EXIT.disk,
  NOT_A_FILE: EXIT.disk,
  IO: EXIT.disk,
  NOT_FOUND: EXIT.notFound,
  ITEM_NOT_FOUND: EXIT.notFound,
  FIELD_NOT_FOUND: EXIT.notFound,
  TOO_LARGE: EXIT.usage,
  BAD_REQUEST: EXIT.usage,
  PASSWORD_TOO_SHORT: EXIT.usage,
  BAD_OTP_SECRET: EXIT.usage,
  LOCKED: EXIT.internal,
  CLOCK_OUT_OF_RANGE: EXIT.internal,
  IMPORT_UNKNOWN_FORMAT: EXIT.usage,
  IMPORT_NEEDS_PASSWORD: EXIT.wrongSecret,
  IMPORT_DAMAGED: EXIT.damaged,
  IMPORT_REFUSED: EXIT.damaged,
  BAD_RECIPIENT: EXIT.usage,
  REFERENCE_NOT_FOUND: EXIT.notFound,
  ATTACHMENT_DAMAGED: EXIT.damaged,
  BAD_DEVICE_KEY: EXIT.wrongSecret,
  KEYCHAIN_UNAVAILABLE: EXIT.wrongSecret,
  KEYCHAIN_LOCKED: EXIT.wrongSecret,
  CANCELLED: EXIT.cancelled,
  INTERNAL: EXIT.internal
}

export const exitCodeOf = (code: VaultErrorCode): number => EXIT_OF[code]
