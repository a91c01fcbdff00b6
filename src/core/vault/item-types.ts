/** The types of items, as data: what fields an empty one has. Labels are keys into a language catalogue. */
export type TemplateField = {
  readonly id: string
  readonly kind:
    | 'text'
    | 'password'
    | 'secret'
    | 'pin'
    | 'email'
    | 'url'
    | 'phone'
    | 'date'
    | 'month'
    | 'otp'
    | 'multiline'
    | 'number'
  readonly concealed: boolean
}

const open = (id: string, kind: TemplateField['kind'] = 'text'): TemplateField => ({ id, kind, concealed: false })
const concealed = (id: string, kind: TemplateField['kind'] = 'secret'): TemplateField => ({ id, kind, concealed: true })

const username = open('username')
const password = concealed('password', 'password')
const url = open('url', 'url')
const notes = open('notes', 'multiline')
const expires = open('expires', 'date')

export const ITEM_TYPES: ReadonlyMap<string, readonly TemplateField[]> = new Map([
  ['login', [username, password, concealed('otp', 'otp'), url, notes]],
  ['note', [notes]],
  [
    'card',
    [
      open('holder'),
      concealed('number'),
      open('expires', 'month'),
      concealed('code', 'pin'),
      concealed('pin', 'pin'),
      notes
    ]
  ],
  [
    'identity',
    [
      open('name'),
      open('email', 'email'),
      open('phone', 'phone'),
      open('address', 'multiline'),
      open('birthday', 'date'),
      notes
    ]
  ],
  ['api', [username, concealed('secret'), url, expires, notes]],
  ['database', [open('host'), open('port', 'number'), open('database'), username, password, notes]],
  ['server', [open('host'), username, password, url, notes]],
  [
    'ssh-key',
    [open('public-key', 'multiline'), concealed('private-key', 'multiline'), concealed('passphrase', 'password'), notes]
  ],
  ['certificate', [open('certificate', 'multiline'), concealed('private-key', 'multiline'), expires, notes]],
  ['wifi', [open('network'), password, notes]],
  ['bank', [open('holder'), concealed('number'), open('code'), concealed('pin', 'pin'), notes]],
  ['passport', [open('name'), concealed('number'), open('country'), open('issued', 'date'), expires, notes]],
  ['licence', [open('product'), concealed('key'), open('email', 'email'), expires, notes]]
])

const SUBTITLES: ReadonlyMap<string, string> = new Map([
  ['card', 'holder'],
  ['identity', 'email'],
  ['database', 'host'],
  ['server', 'host'],
  ['wifi', 'network'],
  ['bank', 'holder'],
  ['passport', 'name'],
  ['licence', 'product']
])

/** The open field that the list repeats as the second line. */
export function subtitleField(type: string): string {
  return SUBTITLES.get(type) ?? 'username'
}
