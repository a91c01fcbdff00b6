import type { FieldView, ItemDetail } from '../../../shared/item-views.ts'
import type { ItemSummary } from '../../../shared/list-views.ts'

export type QuickKind = 'username' | 'password' | 'code' | 'url'

/** The fields that one key copies. */
export type QuickFields = Readonly<Record<QuickKind, string | null>>

export const quickFieldsOf = (row: ItemSummary): QuickFields => ({
  username: row.usernameField,
  password: row.passwordField,
  code: row.codeField,
  url: row.urlField
})

/** The same from the item itself, where more is known: empty fields are passed over. */
export function quickFields({ fields }: Pick<ItemDetail, 'fields'>): QuickFields {
  const filled = fields.filter(isFilled)
  const secrets = filled.filter((field) => field.concealed && field.kind !== 'otp')
  return {
    username: idOf(filled.find(({ id }) => id === 'username') ?? filled.find(({ kind }) => kind === 'email')),
    password: idOf(
      secrets.find(({ id }) => id === 'password') ?? secrets.find(({ kind }) => kind === 'password') ?? secrets[0]
    ),
    code: idOf(filled.find(({ kind }) => kind === 'otp')),
    url: idOf(filled.find(({ kind, concealed }) => kind === 'url' && !concealed))
  }
}

export const isFilled = (field: FieldView): boolean => (field.concealed ? !field.empty : field.value.trim() !== '')

const idOf = (field: FieldView | undefined): string | null => field?.id ?? null

const KEYS: Readonly<Record<QuickKind, string>> = {
  username: 'Ctrl+B',
  password: 'Ctrl+C',
  code: 'Ctrl+T',
  url: 'Ctrl+U'
}

/** The shortcut that copies this very field. */
export function keysOf(field: string, quick: QuickFields): string | undefined {
  const kind = (Object.keys(KEYS) as QuickKind[]).find((each) => quick[each] === field)
  return kind === undefined ? undefined : KEYS[kind]
}
