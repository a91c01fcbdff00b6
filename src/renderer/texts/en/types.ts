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
  'field.notes': 'Notes',
  'field.note': 'Note'
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
