import type { ForeignObject } from '../foreign-json.ts'
import { member, textMember } from '../foreign-json.ts'
import type { NewItem } from '../new-item.ts'
import type { ReceiptBook } from '../receipt.ts'
import { soundsSecret } from '../csv/roles.ts'
import { hasContent, type Section, shown, spoken } from './shape.ts'

/** Members that are a field of ours, by section. What is not named here is shown under its own name. */
const FIELDS: Readonly<Record<Exclude<Section, 'login'>, Readonly<Record<string, string>>>> = {
  card: { cardholderName: 'holder', number: 'number', code: 'code' },
  identity: { company: 'company', email: 'email', phone: 'phone', username: 'username' },
  sshKey: {
    privateKey: 'private-key',
    publicKey: 'public-key',
    keyFingerprint: 'fingerprint',
    fingerprint: 'fingerprint'
  },
  bankAccount: {
    bankName: 'bank',
    nameOnAccount: 'holder',
    accountNumber: 'number',
    swiftCode: 'code',
    pin: 'pin',
    branchPhone: 'phone',
    bankContactPhone: 'phone'
  },
  driversLicense: {},
  passport: {
    passportNumber: 'number',
    issuingCountry: 'country',
    dateOfBirth: 'birthday',
    birthDate: 'birthday',
    issueDate: 'issued',
    expirationDate: 'expires',
    issuingAuthority: 'authority'
  }
}

/** Members that make up one field together, in their order. */
const JOINED: Readonly<Record<string, Partial<Record<Section, readonly string[]>>>> = {
  name: {
    identity: ['title', 'firstName', 'middleName', 'lastName'],
    passport: ['givenName', 'givenNames', 'surname']
  },
  address: { identity: ['address1', 'address2', 'address3', 'postalCode', 'city', 'state', 'country'] }
}

/** Everything in the section of a card, an identity, a key or a document. */
export function putSection(
  item: NewItem,
  name: Exclude<Section, 'login'>,
  section: ForeignObject,
  book: ReceiptBook
): void {
  const joined = new Set<string>()
  for (const [id, members] of Object.entries(JOINED)) {
    const names = (members[name] ?? []).filter((one) => textMember(section, one) !== '')
    for (const one of names) joined.add(one)
    putJoined(
      item,
      id,
      names.map((one) => textMember(section, one).trim()),
      book
    )
  }
  if (name === 'card') for (const one of putExpiry(item, section, book)) joined.add(one)
  for (const [key, value] of Object.entries(section)) {
    if (joined.has(key) || !hasContent(value)) continue
    const id = Object.hasOwn(FIELDS[name], key) ? FIELDS[name][key] : undefined
    if (id === undefined) item.add(spoken(key), shown(value), { concealed: SECRETS.has(key) || soundsSecret(key) })
    else item.put(id, shown(value))
  }
}

const SECRETS = new Set(['ssn', 'passportNumber', 'licenseNumber', 'nationalIdentificationNumber', 'routingNumber'])

function putJoined(item: NewItem, id: string, texts: readonly string[], book: ReceiptBook): void {
  if (texts.length === 0) return
  const text = texts.join(id === 'address' ? '\n' : ' ')
  // Nothing but blanks is no value, and still a field of the file.
  if (text.trim() === '') return book.imported(texts.length)
  book.imported(texts.length - 1)
  item.put(id, text)
}

/** Month and year as one; the names that were used. */
function putExpiry(item: NewItem, card: ForeignObject, book: ReceiptBook): readonly string[] {
  const [month, year] = [shown(member(card, 'expMonth') ?? ''), shown(member(card, 'expYear') ?? '')]
  if (!/^(0?[1-9]|1[0-2])$/.test(month) || !/^(\d\d)?\d\d$/.test(year)) return []
  book.imported()
  item.put('expires', `${year.padStart(4, '20')}-${month.padStart(2, '0')}`)
  return ['expMonth', 'expYear']
}
