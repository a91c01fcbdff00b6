import { soundsSecret } from '../csv/roles.ts'
import { newItem } from '../new-item.ts'
import type { ReceiptBook } from '../receipt.ts'
import { folderTag } from '../tags.ts'
import type { TransferItem } from '../transfer-vault.ts'

/** What a decrypted entry of `pass` says: the password in the first line, then names with values, then anything. */
type PassLine = { readonly id: string | null; readonly label: string; readonly value: string }

const IDS: Readonly<Record<string, string>> = {
  user: 'username',
  username: 'username',
  login: 'username',
  password: 'password',
  url: 'url',
  website: 'url',
  site: 'url',
  otp: 'otp',
  totp: 'otp'
}
const NAMED = /^([A-Za-z][\w .-]{0,60}):[ \t](.*)$/
/** Older versions of gopass wrote a head like that of a mail. */
const OLD_GOPASS = 'GOPASS-SECRET-1.0'

/** `name` is the path in the store, without its ending: its folders become a tag. */
export function passEntry(name: string, text: string, book: ReceiptBook): TransferItem {
  const parts = name.split('/')
  const title = parts.at(-1) ?? ''
  const lines = readLines(text)
  book.found(1, lines.length + (title === '' ? 0 : 1))
  if (title !== '') book.imported()
  const item = newItem(book, lines.some(({ id }) => id !== 'notes') ? 'login' : 'note', title)
  for (const { id, label, value } of lines) {
    if (id === null) item.add(label, value, { concealed: soundsSecret(label) })
    else item.put(id, value)
  }
  const tag = folderTag(parts.slice(0, -1).join('/'))
  return item.done({ tags: tag === null ? [] : [tag] })
}

function readLines(text: string): readonly PassLine[] {
  const all = text.replace(/\r\n/g, '\n').replace(/\n+$/, '').split('\n')
  const isOld = all[0] === OLD_GOPASS
  const [password = '', ...rest] = isOld ? ['', ...all.slice(1)] : all
  const found: PassLine[] = password === '' ? [] : [{ id: 'password', label: 'password', value: password }]
  const notes: string[] = []
  for (const line of rest) {
    const named = readNamed(line)
    if (named === null) notes.push(line)
    else if (named.value !== '') found.push(named)
  }
  const text2 = notes
    .filter((line) => line !== '---')
    .join('\n')
    .trim()
  return text2 === '' ? found : [...found, { id: 'notes', label: 'notes', value: text2 }]
}

function readNamed(line: string): PassLine | null {
  if (/^otpauth:\/\//i.test(line)) return { id: 'otp', label: 'otp', value: line }
  const [, label = '', value = ''] = NAMED.exec(line) ?? []
  if (label === '') return null
  const key = label.trim().toLowerCase()
  return { id: Object.hasOwn(IDS, key) ? (IDS[key] ?? null) : null, label: label.trim(), value: value.trim() }
}
