import type { LossBook } from '../exporter.ts'
import { isRenamed, type LoginParts, loginParts, olderValues, plainLabel } from '../login-parts.ts'
import type { TransferField, TransferItem } from '../transfer-vault.ts'
import { bitwardenCard, bitwardenIdentity, bitwardenSshKey, type Shaped } from './bitwarden-shapes.ts'

type Json = Readonly<Record<string, unknown>>

/** An item as Bitwarden's export has it. `folderId` is that of the one folder it can be in. */
export function bitwardenItem(id: string, item: TransferItem, folderId: string | null, book: LossBook): Json {
  const parts = loginParts(item)
  const shaped = shape(item, parts)
  countLosses(item, parts, shaped, book)
  return {
    id,
    organizationId: null,
    folderId,
    type: shaped.type,
    reprompt: 0,
    name: item.title,
    notes: parts.notes?.value ?? null,
    favorite: item.favorite,
    fields: shaped.rest.map(customField),
    ...shaped.members,
    passwordHistory: passwordHistory(parts.password, item),
    creationDate: isoDate(item.createdAt),
    revisionDate: isoDate(item.changedAt),
    deletedDate: isoDate(item.trashedAt),
    collectionIds: null
  }
}

/** The newer kinds (bank account, passport) are not everywhere yet: such items go as logins or notes, with all fields. */
function shape(item: TransferItem, parts: LoginParts): Shaped {
  if (item.type === 'card') return bitwardenCard(item)
  if (item.type === 'identity') return bitwardenIdentity(item)
  if (item.type === 'ssh-key') return bitwardenSshKey(item)
  const { username, password, otp, urls, rest } = parts
  const isLogin = item.type === 'login' || [username, password, otp, ...urls].some((field) => field !== undefined)
  if (!isLogin) return { type: 2, members: { secureNote: { type: 0 } }, rest }
  const login = {
    uris: urls.map(({ value }) => ({ match: null, uri: value })),
    username: username?.value ?? null,
    password: password?.value ?? null,
    totp: otp?.value ?? null,
    fido2Credentials: []
  }
  return { type: 1, members: { login }, rest }
}

const HIDDEN = 1
const TEXT = 0

const customField = (field: TransferField): Json => ({
  name: plainLabel(field),
  value: field.value,
  type: field.concealed ? HIDDEN : TEXT,
  linkedId: null
})

function passwordHistory(password: TransferField | undefined, { changedAt }: TransferItem): readonly Json[] | null {
  if (password === undefined || password.history.length === 0) return null
  // Newest first. The time is when a value was last in use, which is when the next one was set.
  const endedAt = [...password.history.slice(1).map(({ at }) => at), changedAt]
  return password.history
    .map(({ value }, index) => ({ lastUsedDate: isoDate(endedAt[index] ?? changedAt ?? 0), password: value }))
    .toReversed()
}

const isoDate = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString())

const PLAIN_TYPES = new Set(['login', 'note', 'card', 'identity', 'ssh-key'])

function countLosses(item: TransferItem, { password, notes, username }: LoginParts, { rest }: Shaped, book: LossBook) {
  book.lost('attachments', item.attachments.length)
  book.lost('history', olderValues(item.fields) - (password?.history.length ?? 0))
  book.lost('tags', Math.max(0, item.tags.length - 1))
  book.lost('types', PLAIN_TYPES.has(item.type) ? 0 : 1)
  book.lost('concealment', [notes, username].filter((field) => field?.concealed === true).length)
  const filled = item.fields.filter(({ value }) => value !== '')
  book.lost('sections', filled.filter(({ section }) => section !== '').length)
  book.lost('fieldKinds', rest.filter(({ kind }) => !PLAIN_KINDS.has(kind)).length)
  book.lost('labels', filled.filter((field) => !rest.includes(field) && isRenamed(field)).length)
}

const PLAIN_KINDS = new Set(['text', 'secret', 'password', 'multiline'])
