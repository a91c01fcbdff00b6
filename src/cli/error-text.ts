import { oneLine } from './output.ts'
import { damagedImport, refusedImport, WRONG_FILE_PASSWORD } from './import-error-text.ts'
import type { VaultError, VaultErrorCode } from '../core/errors.ts'

/** What it was that did not fit; the numbers are those of src/vault. */
const TOO_LARGE: Readonly<Record<string, string>> = {
  attachment: 'An attachment has at most 1 GiB; nothing was attached.',
  text: 'That text is too long for one field: at most 1 MB, or 700 kB where it is concealed; attach it as a file.',
  title: 'That title is too long: at most 10,000 characters.',
  label: 'That name is too long: at most 1,000 characters.',
  tag: 'That tag is too long: at most 255 characters.',
  tags: 'That is too many tags for one item: at most 5,000.',
  fields: 'That is too many fields for one item: at most 1,000.',
  image: 'That image is too large to look for a code in.'
}

const NO_BREACH_LIST = 'That is not a list of breached passwords: lines of SHA-1 hash and count, sorted by hash.'
const BREACH_LIST: Readonly<Record<string, string>> = {
  order: 'This list of breached passwords is not sorted by hash; take the one that is.',
  missing: 'This folder lacks a part of the list of breached passwords; download it again.'
}

/** One clear sentence for every code. `detail` holds numbers and places only, never what a user typed. */
const ERROR_TEXT: Record<VaultErrorCode, (detail: VaultError['detail']) => string> = {
  WRONG_PASSWORD: (detail) =>
    detail['of'] === 'import' ? WRONG_FILE_PASSWORD : 'That password does not open this vault.',
  WRONG_RECOVERY_PHRASE: () => 'That recovery phrase does not open this vault.',
  BAD_RECOVERY_PHRASE: (detail) =>
    'word' in detail
      ? `Word ${detail['word']} is not one of the recovery words.`
      : 'This is not a recovery phrase: it has 24 words, and the last one checks the others.',
  DEVICE_KEY_NEEDED: () =>
    'This vault also needs the device key of the computer it was set up on; its recovery phrase opens it without.',
  NOT_A_VAULT: () => 'This file is not a Coffer vault.',
  OTHER_VAULT: () => 'That is another vault, not a copy of this one.',
  VAULT_DAMAGED: (detail) =>
    `The vault file is damaged${'offset' in detail ? ` at byte ${detail['offset']}` : ''}: restore a backup, or use "coffer salvage".`,
  VAULT_TOO_NEW: () => 'This vault was written by a newer version of Coffer.',
  KDF_REFUSED: () => 'The key derivation numbers in this file are outside the bounds that Coffer accepts.',
  VAULT_ROLLED_BACK: () =>
    'This file is older than the vault last seen on this computer: restore a backup, or accept it with --accept-older.',
  BACKUP_DAMAGED: () => 'The backup does not match its checksum or signature.',
  WORD_LIST_DAMAGED: () => 'A word list of this installation is damaged.',
  STALE: () => 'The item was changed in the meantime; nothing was saved.',
  LOCKED_BY_OTHER: (detail) =>
    `Another program is using this vault${'pid' in detail ? ` (process ${detail['pid']} on ${detail['host'] ?? 'this computer'})` : ''}.`,
  FILE_CHANGED_ON_DISK: () => 'The vault file was changed by another program; nothing was saved.',
  REKEYED_ELSEWHERE: () => 'The master password of this vault was changed elsewhere.',
  ALREADY_EXISTS: () => 'There is already a file of that name; nothing was overwritten.',
  NO_SPACE: () => 'The disk is full; nothing was changed.',
  READ_ONLY: () => 'This place cannot be written to; nothing was changed.',
  PERMISSION: () => 'Permission denied; nothing was changed.',
  NOT_A_FILE: () => 'That is not a regular file.',
  IO: (detail) => `The disk reported an error${'errno' in detail ? ` (${detail['errno']})` : ''}.`,
  NOT_FOUND: () => 'There is no file of that name.',
  ITEM_NOT_FOUND: () => 'No item matches.',
  FIELD_NOT_FOUND: () => 'The item has no such field.',
  TOO_LARGE: (detail) => TOO_LARGE[String(detail['what'] ?? '')] ?? 'That is too large.',
  BAD_REQUEST: (detail) =>
    'matches' in detail ? `${detail['matches']} items match; name one by its id.` : 'That cannot be done as asked.',
  PASSWORD_TOO_SHORT: (detail) => `A master password has at least ${detail['least'] ?? 15} characters.`,
  BAD_OTP_SECRET: () => 'That is not a one-time code secret (otpauth link, or base32).',
  LOCKED: () => 'The vault is locked.',
  // Of the window, whose page seals what is typed for one process.
  KEY_CHANGED: () => 'What was typed did not arrive; nothing was changed.',
  CLOCK_OUT_OF_RANGE: () => 'The clock of this computer is out of range; set it and try again.',
  IMPORT_UNKNOWN_FORMAT: () => 'Coffer does not know what made this file.',
  IMPORT_NEEDS_PASSWORD: () => 'This file is encrypted: it needs its own password or key file.',
  IMPORT_DAMAGED: damagedImport,
  IMPORT_REFUSED: refusedImport,
  BAD_RECIPIENT: (detail) =>
    'mixed' in detail
      ? 'Post-quantum keys (age1pq1…) and others cannot be used together.'
      : 'That is not an age recipient (age1…).',
  REFERENCE_NOT_FOUND: ({ reference, matches }) => {
    const named = reference === undefined ? 'A reference' : `The reference ${oneLine(String(reference))}`
    return matches === undefined
      ? `${named} names no item or field of this vault.`
      : `${named} fits ${matches} items; name one by its id.`
  },
  ATTACHMENT_DAMAGED: () => 'An attachment is damaged; its item is as it was.',
  SOURCE_CHANGED: () => 'The file to attach was changed, or is no longer where it was.',
  BAD_DEVICE_KEY: () =>
    'That is not a device key, which begins with CDK1 and has 56 more characters, or one of them is wrong.',
  KEYCHAIN_UNAVAILABLE: () => 'The keychain of this computer cannot be reached; the recovery phrase opens the vault.',
  KEYCHAIN_LOCKED: () => 'The keychain of this computer is locked; unlock it and try again.',
  NOT_A_BREACH_LIST: (detail) => BREACH_LIST[String(detail['why'])] ?? NO_BREACH_LIST,
  // The command line makes no request; the table is whole because the codes are those of the window too.
  NETWORK: () => 'The breach service could not be asked.',
  CANCELLED: () => 'Cancelled; nothing was changed.',
  INTERNAL: () => 'Something went wrong inside Coffer; nothing was changed.'
}

export const errorSentence = (error: VaultError): string => ERROR_TEXT[error.code](error.detail)
