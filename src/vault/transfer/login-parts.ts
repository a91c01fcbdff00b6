import { fieldLabel } from '../../shared/english-labels.ts'
import type { TransferField, TransferItem } from './transfer-vault.ts'

/** What every password manager has a column or a member for, and the rest of an item's fields, without empty ones. */
export type LoginParts = {
  readonly username: TransferField | undefined
  readonly password: TransferField | undefined
  readonly otp: TransferField | undefined
  readonly notes: TransferField | undefined
  readonly urls: readonly TransferField[]
  /** In their order. */
  readonly rest: readonly TransferField[]
}

export function loginParts({ fields }: TransferItem): LoginParts {
  const filled = fields.filter(({ value }) => value !== '')
  const byId = (id: string) => filled.find((field) => field.id === id)
  const username = byId('username')
  const password = byId('password')
  const notes = byId('notes')
  const otp = filled.find(({ kind }) => kind === 'otp')
  const urls = filled.filter(({ kind, concealed }) => kind === 'url' && !concealed)
  const taken = new Set([username, password, notes, otp, ...urls])
  return { username, password, notes, otp, urls, rest: filled.filter((field) => !taken.has(field)) }
}

/** A field's name for other programs: labels of templates are keys of catalogues, which they do not have. */
export function plainLabel({ id, label }: Pick<TransferField, 'id' | 'label'>): string {
  const words = fieldLabel(label)
  return words === '' ? id : words
}

/** Whether the user calls a field of the template otherwise than its template does. */
export const isRenamed = ({ id, label }: TransferField): boolean =>
  !label.startsWith('field.') && label !== fieldLabel(`field.${id}`)

export const olderValues = (fields: readonly TransferField[]): number =>
  fields.reduce((sum, { history }) => sum + history.length, 0)
