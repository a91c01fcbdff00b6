import type { FieldKind } from '../../../shared/item-views.ts'
import type { ReceiptBook } from '../receipt.ts'
import { newItem, type NewItem } from '../new-item.ts'
import type { TransferItem } from '../transfer-vault.ts'
import type { Cells } from './cells.ts'
import { keepRest, soundsSecret } from './roles.ts'

type Line = { readonly name: string; readonly value: string }
type Note = {
  readonly name: string
  readonly extra: string
  readonly head: { readonly favorite: boolean; readonly tags: readonly string[] }
}
type Template = { readonly type: string; readonly fields: Readonly<Record<string, string>> }

/** Note types that have one here, and which of their lines are fields of its template. */
const TEMPLATES: ReadonlyMap<string, Template> = new Map([
  [
    'Credit Card',
    { type: 'card', fields: { 'Name on Card': 'holder', Number: 'number', 'Security Code': 'code', Bank: 'bank' } }
  ],
  [
    'Bank Account',
    {
      type: 'bank',
      fields: {
        'Bank Name': 'bank',
        'Account Number': 'number',
        'SWIFT Code': 'code',
        Pin: 'pin',
        'Branch Phone': 'phone'
      }
    }
  ],
  ['Wi-Fi Password', { type: 'wifi', fields: { SSID: 'network', Password: 'password', Encryption: 'security' } }],
  ['Server', { type: 'server', fields: { Hostname: 'host', Username: 'username', Password: 'password' } }],
  [
    'Database',
    {
      type: 'database',
      fields: { Hostname: 'host', Port: 'port', Database: 'database', Username: 'username', Password: 'password' }
    }
  ],
  [
    'SSH Key',
    {
      type: 'ssh-key',
      fields: { 'Private Key': 'private-key', 'Public Key': 'public-key', Passphrase: 'passphrase', Hostname: 'host' }
    }
  ],
  [
    'Passport',
    {
      type: 'passport',
      fields: { Name: 'name', Number: 'number', Country: 'country', 'Issuing Authority': 'authority' }
    }
  ],
  ['Software License', { type: 'licence', fields: { 'License Key': 'key', Licensee: 'name' } }],
  ['Address', { type: 'identity', fields: { 'Email Address': 'email', Phone: 'phone', Company: 'company' } }]
])

/** What `extra` holds of a note: lines of `name:value` after the type, the notes last, or just a text. */
export function readTypedNote(cells: Cells, { name, extra, head }: Note, book: ReceiptBook): TransferItem {
  const lines = noteLines(extra)
  const type = lines?.find((line) => line.name === 'NoteType')?.value
  const template = TEMPLATES.get(type ?? '') ?? { type: 'note', fields: {} }
  const item = newItem(book, template.type, name)
  if (lines === null) item.put('notes', extra)
  else putLines(item, lines, template, book)
  for (const id of ['username', 'password'] as const) item.put(id, cells.take(id))
  item.put('otp', cells.take('totp'))
  keepRest(cells, item)
  return item.done(head)
}

/** Null when it is no typed note. A line that begins with no name goes on with the value before. */
function noteLines(extra: string): readonly Line[] | null {
  if (!extra.startsWith('NoteType:')) return null
  const lines: { name: string; value: string }[] = []
  for (const text of extra.split(/\r?\n/)) {
    const last = lines.at(-1)
    const at = last?.name === 'Notes' || isContinued(last) ? -1 : text.indexOf(':')
    if (at > 0) lines.push({ name: text.slice(0, at), value: text.slice(at + 1) })
    else if (last !== undefined) last.value += `\n${text}`
  }
  return lines
}

/** The lines of a key in PEM have names too (`Proc-Type:`), until its end. */
const isContinued = (line: Line | undefined): boolean =>
  line !== undefined && /-----BEGIN [^-]+-----/.test(line.value) && !/-----END [^-]+-----/.test(line.value)

/** Dates with nothing in them are written as a comma. */
const isEmpty = ({ value }: Line): boolean => value.trim() === '' || value.trim() === ','

function putLines(item: NewItem, lines: readonly Line[], { fields }: Template, book: ReceiptBook): void {
  const filled = lines.filter((line) => !isEmpty(line))
  book.found(0, filled.length - 1)
  for (const { name, value } of filled) {
    const id = Object.hasOwn(fields, name) ? fields[name] : undefined
    const month = name === 'Expiration Date' ? monthOf(value) : null
    if (name === 'NoteType') book.imported()
    else if (name === 'Language') item.refuse(name, 'noPlaceForIt')
    else if (name === 'Notes') item.put('notes', value)
    else if (month !== null) item.put('expires', month)
    else if (id === undefined) item.add(name, value, lookOf(name, value))
    else item.put(id, value)
  }
}

function lookOf(name: string, value: string): { concealed: boolean; kind?: FieldKind } {
  return { concealed: soundsSecret(name), ...(value.includes('\n') ? { kind: 'multiline' } : {}) }
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** `January,2025` as `2025-01`; null for anything else, which stays as it is. */
function monthOf(text: string): string | null {
  const [month = '', year = ''] = text.split(',')
  const number = MONTHS.indexOf(month.trim()) + 1
  return number > 0 && /^\d{4}$/.test(year.trim()) ? `${year.trim()}-${String(number).padStart(2, '0')}` : null
}
