/** The English words for types and fields, here because the window and the command line say the same. */

/** What an item of each type is called. */
export const TYPE_LABELS: Readonly<Record<string, string>> = {
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

export const TYPE_PLURALS: Readonly<Record<string, string>> = {
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

/** What the fields of the templates are called; a label that is not in here is the user's own word. */
export const FIELD_LABELS: Readonly<Record<string, string>> = {
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
  'field.key-type': 'Kind of key',
  'field.subject': 'Subject',
  'field.issuer': 'Issuer',
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

/** What a field is called. A label may be any text, also one that every object has a member for. */
export const fieldLabel = (label: string): string =>
  (Object.hasOwn(FIELD_LABELS, label) ? FIELD_LABELS[label] : null) ?? label
