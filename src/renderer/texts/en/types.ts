/** Words for the types of items and the fields of their templates. What is not in here is the user's own word. */
const one: Readonly<Record<string, string>> = {
  login: 'Login',
  note: 'Secure note',
  card: 'Card',
  identity: 'Identity',
  api: 'API credential',
  database: 'Database',
  server: 'Server',
  'ssh-key': 'SSH key',
  certificate: 'TLS certificate',
  wifi: 'Wi-Fi',
  bank: 'Bank account',
  passport: 'Passport',
  licence: 'Licence'
}

const many: Readonly<Record<string, string>> = {
  login: 'Logins',
  note: 'Secure notes',
  card: 'Cards',
  identity: 'Identities',
  api: 'API credentials',
  database: 'Databases',
  server: 'Servers',
  'ssh-key': 'SSH keys',
  certificate: 'TLS certificates',
  wifi: 'Wi-Fi',
  bank: 'Bank accounts',
  passport: 'Passports',
  licence: 'Licences'
}

const fields: Readonly<Record<string, string>> = {
  'field.username': 'Username',
  'field.password': 'Password',
  'field.otp': 'One-time code',
  'field.url': 'Website',
  'field.expires': 'Expires',
  'field.notes': 'Notes',
  'field.note': 'Note',
  'field.card-holder': 'Cardholder',
  'field.card-number': 'Card number',
  'field.card-code': 'Security code',
  'field.pin': 'PIN',
  'field.bank': 'Bank',
  'field.full-name': 'Full name',
  'field.email': 'E-mail',
  'field.phone': 'Phone',
  'field.address': 'Address',
  'field.birthday': 'Date of birth',
  'field.company': 'Company',
  'field.api-secret': 'Secret',
  'field.host': 'Host',
  'field.port': 'Port',
  'field.database': 'Database',
  'field.private-key': 'Private key',
  'field.passphrase': 'Passphrase',
  'field.public-key': 'Public key',
  'field.fingerprint': 'Fingerprint',
  'field.domain': 'Domain',
  'field.certificate-pem': 'Certificate',
  'field.network': 'Network',
  'field.wifi-security': 'Security',
  'field.account-holder': 'Account holder',
  'field.account-number': 'Account number',
  'field.bank-code': 'Bank code',
  'field.passport-number': 'Passport number',
  'field.country': 'Country',
  'field.issued': 'Issued',
  'field.authority': 'Authority',
  'field.product': 'Product',
  'field.licence-key': 'Licence key',
  'field.licensed-to': 'Licensed to'
}

const sections: Readonly<Record<string, string>> = {}

const kinds = {
  text: 'Text',
  password: 'Password',
  secret: 'Secret',
  pin: 'PIN',
  email: 'E-mail',
  url: 'Website',
  phone: 'Phone',
  date: 'Date',
  month: 'Month and year',
  otp: 'One-time code',
  multiline: 'Text of several lines',
  number: 'Number'
}

export const types = { one, many, fields, sections, kinds }

export type TypesTexts = typeof types
