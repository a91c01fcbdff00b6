import type { ErrorDetail } from '../../../shared/result.ts'

type Sentence = (detail: ErrorDetail) => string

const at = (detail: ErrorDetail): string => ('offset' in detail ? ` at byte ${detail['offset']}` : '')

/** What it was that did not fit. */
const TOO_LARGE: Readonly<Record<string, string>> = {
  attachment: 'An attachment has at most 1 GiB; nothing was attached.',
  text: 'That text is too long for one field: at most 1 MB, or 700 kB where it is concealed. It can be attached as a file.',
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

const NETWORK: Readonly<Record<string, string>> = {
  time: 'The breach service did not answer in time.',
  status: 'The breach service refused to answer.',
  answer: 'What answered is not the breach service; a log-in page of the network may be in between.'
}

/** One clear sentence for every code that the engine or the boundary can answer with. */
export const errors = {
  WRONG_PASSWORD: () => 'That password does not open this vault.',
  WRONG_RECOVERY_PHRASE: () => 'That recovery phrase does not open this vault.',
  BAD_RECOVERY_PHRASE: (detail) =>
    'word' in detail
      ? `Word ${detail['word']} is not one of the recovery words.`
      : 'This is not a recovery phrase: it has 24 words, and the last one checks the others.',
  NOT_A_VAULT: () => 'This file is not a Coffer vault.',
  OTHER_VAULT: () => 'That is another vault, not a copy of this one.',
  VAULT_DAMAGED: (detail) => `This file is damaged${at(detail)}: open a verified backup.`,
  VAULT_TOO_NEW: () => 'This vault was written by a newer version of Coffer. Update Coffer to open it.',
  KDF_REFUSED: () => 'The key derivation numbers in this file are outside the bounds that Coffer accepts.',
  VAULT_ROLLED_BACK: () =>
    'This file is older than the vault last seen on this computer. Someone may have put an old copy in its place.',
  STALE: () => 'The item was changed in the meantime; nothing was saved.',
  LOCKED_BY_OTHER: (detail) =>
    `Another program is using this vault${'pid' in detail ? ` (process ${detail['pid']} on ${detail['host'] ?? 'this computer'})` : ''}.`,
  FILE_CHANGED_ON_DISK: () => 'The vault file was changed by another program; nothing was saved.',
  REKEYED_ELSEWHERE: () => 'The master password of this vault was changed elsewhere.',
  NO_SPACE: () => 'The disk is full; nothing was changed.',
  READ_ONLY: () => 'This place cannot be written to; nothing was changed.',
  PERMISSION: () => 'Coffer may not read or write there; nothing was changed.',
  NOT_FOUND: () => 'The file is no longer there.',
  ALREADY_EXISTS: () => 'There is already a file of that name; nothing was overwritten.',
  NOT_A_FILE: () => 'That is not a regular file.',
  IO: (detail) => `The disk reported an error${'errno' in detail ? ` (${detail['errno']})` : ''}.`,
  TOO_LARGE: (detail) => TOO_LARGE[String(detail['what'] ?? '')] ?? 'That is too large.',
  BAD_REQUEST: () => 'That cannot be done as asked.',
  ITEM_NOT_FOUND: () => 'That item is no longer in the vault.',
  FIELD_NOT_FOUND: () => 'The item no longer has that field.',
  LOCKED: () => 'The vault is locked.',
  KEY_CHANGED: () => 'What was typed did not arrive; please try again. Nothing was changed.',
  PASSWORD_TOO_SHORT: (detail) => `A master password has at least ${detail['least'] ?? 15} characters.`,
  DEVICE_KEY_NEEDED: () =>
    'This vault also needs the device key of the computer it was set up on; its recovery phrase opens it without.',
  CLOCK_OUT_OF_RANGE: () => 'The clock of this computer is out of range; set it and try again.',
  BACKUP_DAMAGED: () => 'The backup does not match its checksum or signature.',
  WORD_LIST_DAMAGED: () => 'A word list of this installation is damaged. Install Coffer again.',
  BAD_OTP_SECRET: () => 'That is not a one-time code secret (otpauth link, or base32).',
  IMPORT_UNKNOWN_FORMAT: () => 'Coffer does not know what made this file.',
  IMPORT_NEEDS_PASSWORD: () => 'This file is encrypted: it needs its own password or key file.',
  IMPORT_DAMAGED: () => 'This file is damaged or incomplete; nothing was imported.',
  IMPORT_REFUSED: () => 'This file asks for more than Coffer allows a foreign file; nothing was imported.',
  BAD_RECIPIENT: (detail) =>
    'mixed' in detail
      ? 'Post-quantum keys (age1pq1…) and others cannot be used together.'
      : 'That is not an age recipient (age1…).',
  REFERENCE_NOT_FOUND: () => 'A reference names no item or field of this vault.',
  ATTACHMENT_DAMAGED: () => 'An attachment is damaged; its item is as it was.',
  SOURCE_CHANGED: () =>
    'The file to attach was changed, or is no longer where it was; it does not wait any longer. Attach it again.',
  BAD_DEVICE_KEY: () =>
    'That is not a device key: it begins with CDK1 and has 56 more characters. One of them may be wrong.',
  KEYCHAIN_UNAVAILABLE: () => 'The keychain of this computer cannot be reached; the recovery phrase opens the vault.',
  KEYCHAIN_LOCKED: () => 'The keychain of this computer is locked; unlock it and try again.',
  NOT_A_BREACH_LIST: (detail) => BREACH_LIST[String(detail['why'])] ?? NO_BREACH_LIST,
  NETWORK: (detail) => NETWORK[String(detail['why'])] ?? 'The breach service could not be reached.',
  CANCELLED: () => 'Cancelled; nothing was changed.',
  BAD_ANSWER: () => 'Coffer answered itself with something it does not allow; nothing was shown.',
  REFUSED_SENDER: () => 'Coffer refused a request that did not come from its own window.',
  INTERNAL: () => 'Something went wrong inside Coffer; nothing was changed.'
} satisfies Record<string, Sentence>

export type ErrorCode = keyof typeof errors
export type ErrorTexts = Readonly<Record<ErrorCode, Sentence>>
