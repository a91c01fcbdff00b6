/** Names of how a field is entered and shown. A newer version may know more of them. */
export type TemplateKind =
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

export type TemplateField = {
  /** What the command line calls it, and what its properties are named by. */
  readonly id: string
  /** Key into a language catalogue; a label that is in no catalogue is the user's own word. */
  readonly label: string
  readonly kind: TemplateKind
  readonly concealed: boolean
  readonly section: string
}

type More = { readonly label?: string }

const open = (id: string, kind: TemplateKind = 'text', { label = id }: More = {}): TemplateField => ({
  id,
  label: `field.${label}`,
  kind,
  concealed: false,
  section: ''
})
const concealed = (id: string, kind: TemplateKind = 'secret', more: More = {}): TemplateField => ({
  ...open(id, kind, more),
  concealed: true
})

const username = open('username')
const password = concealed('password', 'password')
const url = open('url', 'url')
const expires = open('expires', 'date')
const notes = open('notes', 'multiline')

/** The types of items, as data: which fields an empty one has, in their order. The user's own types have none. */
export const ITEM_TYPES: ReadonlyMap<string, readonly TemplateField[]> = new Map([
  ['login', [username, password, concealed('otp', 'otp'), url, notes]],
  ['note', [open('notes', 'multiline', { label: 'note' })]],
  [
    'card',
    [
      open('holder', 'text', { label: 'card-holder' }),
      concealed('number', 'secret', { label: 'card-number' }),
      open('expires', 'month'),
      concealed('code', 'pin', { label: 'card-code' }),
      concealed('pin', 'pin'),
      open('bank'),
      notes
    ]
  ],
  [
    'identity',
    [
      open('name', 'text', { label: 'full-name' }),
      open('email', 'email'),
      open('phone', 'phone'),
      open('address', 'multiline'),
      open('birthday', 'date'),
      open('company'),
      notes
    ]
  ],
  ['api', [username, concealed('secret', 'secret', { label: 'api-secret' }), url, expires, notes]],
  ['database', [open('host'), open('port', 'number'), open('database'), username, password, notes]],
  ['server', [open('host'), open('port', 'number'), username, password, url, notes]],
  [
    'ssh-key',
    [
      username,
      open('host'),
      concealed('private-key', 'multiline'),
      concealed('passphrase', 'password'),
      open('public-key', 'multiline'),
      open('key-type'),
      open('fingerprint'),
      notes
    ]
  ],
  [
    'certificate',
    [
      open('domain'),
      open('certificate', 'multiline', { label: 'certificate-pem' }),
      concealed('private-key', 'multiline'),
      concealed('passphrase', 'password'),
      expires,
      open('subject'),
      open('issuer'),
      open('fingerprint'),
      notes
    ]
  ],
  ['wifi', [open('network'), password, open('security', 'text', { label: 'wifi-security' }), url, notes]],
  [
    'bank',
    [
      open('bank'),
      open('holder', 'text', { label: 'account-holder' }),
      concealed('number', 'secret', { label: 'account-number' }),
      open('code', 'text', { label: 'bank-code' }),
      concealed('pin', 'pin'),
      open('phone', 'phone'),
      url,
      notes
    ]
  ],
  [
    'passport',
    [
      open('name', 'text', { label: 'full-name' }),
      concealed('number', 'secret', { label: 'passport-number' }),
      open('country'),
      open('birthday', 'date'),
      open('issued', 'date'),
      expires,
      open('authority'),
      notes
    ]
  ],
  [
    'licence',
    [
      open('product'),
      concealed('key', 'secret', { label: 'licence-key' }),
      open('name', 'text', { label: 'licensed-to' }),
      open('email', 'email'),
      url,
      expires,
      notes
    ]
  ]
])

const SUBTITLES: ReadonlyMap<string, string> = new Map([
  ['note', ''],
  ['card', 'holder'],
  ['identity', 'email'],
  ['certificate', 'domain'],
  ['wifi', 'network'],
  ['bank', 'bank'],
  ['passport', 'name'],
  ['licence', 'product']
])

/** The open field that the list repeats as the second line; '' where no field is to be seen over a shoulder. */
export function subtitleField(type: string): string {
  return SUBTITLES.get(type) ?? 'username'
}
