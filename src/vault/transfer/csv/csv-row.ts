import { parseOneTimeSecret } from '../../../core/totp/one-time-code.ts'
import type { LossBook } from '../exporter.ts'
import { isRenamed, type LoginParts, loginParts, olderValues, plainLabel } from '../login-parts.ts'
import type { TransferField, TransferItem } from '../transfer-vault.ts'

/** 1Password's columns: it, Apple, Chrome and most others know them by these names. What ends in a line end is not last. */
export const CSV_HEADER = [
  'Title',
  'Url',
  'Username',
  'Password',
  'OTPAuth',
  'Notes',
  'Tags',
  'Favorite',
  'Archived'
] as const

/** The cells of an item. What has no column stands in the notes, a line each; what has no place at all is counted. */
export function csvRow(item: TransferItem, book: LossBook): readonly string[] {
  const parts = loginParts(item)
  const { username, password, otp, urls } = parts
  countLosses(item, parts, book)
  return [
    item.title,
    urls[0]?.value ?? '',
    username?.value ?? '',
    password?.value ?? '',
    otp === undefined ? '' : otpauthLink(otp.value, item.title),
    notesOf(parts),
    item.tags.join(';'),
    String(item.favorite),
    'false'
  ]
}

/** Other programs want a link; a bare secret becomes one, and what is neither stays as it is. */
export function otpauthLink(value: string, title: string): string {
  const bare = value.replace(/[\s-]/g, '').replace(/=+$/, '').toUpperCase()
  if (!/^[A-Z2-7]+$/.test(bare)) return value
  try {
    parseOneTimeSecret(bare)
  } catch {
    return value
  }
  return `otpauth://totp/${encodeURIComponent(title.toWellFormed())}?secret=${bare}`
}

function notesOf({ notes, urls, rest }: LoginParts): string {
  const lines = [...urls.slice(1), ...rest].map((field) => `${oneLine(plainLabel(field))}: ${field.value}`)
  return [...(notes === undefined ? [] : [notes.value]), ...lines].join('\n')
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function countLosses(item: TransferItem, parts: LoginParts, book: LossBook): void {
  const { username, urls, rest, notes } = parts
  book.lost('attachments', item.attachments.length)
  book.lost('history', olderValues(item.fields))
  book.lost('tags', item.tags.filter((tag) => /[,;]/.test(tag)).length)
  book.lost('types', item.type === 'login' && !looksLikeNote(parts) ? 0 : 1)
  book.lost('times', item.createdAt === null && item.changedAt === null ? 0 : 1)
  book.lost('moreAddresses', Math.max(0, urls.length - 1))
  book.lost('extraFields', rest.length)
  book.lost('concealment', [username, notes].filter((field) => field?.concealed === true).length)
  book.lost('labels', namedOtherwise(item.fields, rest).length)
  book.lost('sections', item.fields.filter(({ section, value }) => section !== '' && value !== '').length)
}

/** A row without any part of a login is read as a note, by us as by others. */
function looksLikeNote({ username, password, otp, urls }: LoginParts): boolean {
  return username === undefined && password === undefined && otp === undefined && urls.length === 0
}

/** Fields that a column renames: the user's own word for a username is in no header. */
function namedOtherwise(fields: readonly TransferField[], rest: readonly TransferField[]): readonly TransferField[] {
  return fields.filter((field) => field.value !== '' && !rest.includes(field) && isRenamed(field))
}
