import { VaultError } from '../../core/errors.ts'
import { parseOneTimeSecret } from '../../core/totp/one-time-code.ts'
import { IMPORT_LIMITS } from './check-import.ts'
import type { FieldKind } from '../../shared/item-views.ts'
import { freeId, ownId, templateField } from './field-ids.ts'
import type { ReceiptBook, ReceiptReason } from './receipt.ts'
import {
  OTHER_IMPORTED_DATA,
  type TransferAttachment,
  type TransferField,
  type TransferItem
} from './transfer-vault.ts'

export type History = TransferField['history']
export type Look = {
  readonly kind?: FieldKind
  readonly concealed?: boolean
  readonly section?: string
  readonly history?: History
}

/**
 * Puts one foreign item together. Each call is one source field, which the book hears of; an empty value is none.
 */
export type NewItem = {
  /** A field of the template; a second value under the same id gets one of its own (`url-2`). */
  put(id: string, value: string, history?: History): void
  /** A field of the source's own, under its own word. */
  add(label: string, value: string, look?: Look): void
  /** What nothing here reads: under "Other imported data", concealed when it may be a secret. */
  keep(label: string, value: string, reason: ReceiptReason, look?: Look): void
  refuse(label: string, reason: ReceiptReason): void
  attach(attachment: TransferAttachment): void
  done(head: Partial<Omit<TransferItem, 'type' | 'title' | 'fields' | 'attachments'>>): TransferItem
}

export function newItem(book: ReceiptBook, type: string, title: string): NewItem {
  const fields: TransferField[] = []
  const attachments: TransferAttachment[] = []
  const taken = new Set<string>()

  function push(id: string, field: Omit<TransferField, 'id'>): void {
    // Before a free id is looked for, which takes longer with each.
    if (taken.size >= IMPORT_LIMITS.fields) throw new VaultError('IMPORT_REFUSED', { reason: 'fields' })
    const free = freeId(id, taken)
    taken.add(free)
    fields.push({ id: free, ...field })
  }

  function keep(label: string, value: string, reason: ReceiptReason, look: Look = {}): void {
    if (value === '') return
    const { kind = kindOf(value, look.concealed), concealed = false } = look
    const { history = [] } = look
    push(ownId(type, label), { label, kind, concealed, section: OTHER_IMPORTED_DATA, value, history })
    book.kept(title, label, reason)
  }

  return {
    keep,
    put(id, value, history = []) {
      if (value === '') return
      const template = templateField(type, id)
      const { label = id, kind = 'text' as const, concealed = false } = template ?? {}
      if (id === 'otp' && !isOneTimeSecret(value)) return keep(label, value, 'unreadable', { concealed: true })
      push(id, { label, kind, concealed, section: '', value, history })
      book.imported()
    },
    add(label, value, look = {}) {
      if (value === '') return
      const { kind = kindOf(value, look.concealed), concealed = false, section = '' } = look
      push(ownId(type, label), { label, kind, concealed, section, value, history: look.history ?? [] })
      book.imported()
    },
    refuse: (label, reason) => book.refused(title, label, reason),
    attach(attachment) {
      attachments.push(attachment)
      book.imported()
    },
    done: (head) => ({ ...NO_HEAD, ...head, type, title, fields: inOrder(fields), attachments })
  }
}

const NO_HEAD = { favorite: false, tags: [], createdAt: null, changedAt: null, trashedAt: null }

/** What is kept aside stands behind what has a place. */
function inOrder(fields: readonly TransferField[]): readonly TransferField[] {
  const isOther = ({ section }: TransferField): boolean => section === OTHER_IMPORTED_DATA
  return [...fields.filter((field) => !isOther(field)), ...fields.filter(isOther)]
}

function kindOf(value: string, concealed = false): FieldKind {
  if (value.includes('\n')) return 'multiline'
  return concealed ? 'secret' : 'text'
}

function isOneTimeSecret(text: string): boolean {
  try {
    parseOneTimeSecret(text)
    return true
  } catch {
    return false
  }
}
