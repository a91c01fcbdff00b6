import { addEntry, bytesOf, type Kdbx, kdbxweb, newKdbx } from '../kdbx/test-support/kdbxweb.ts'
import { zipFile } from './zip-file.ts'

/** What a vault of another program may hold: the rows of the table in docs/TRANSFER.md. */
export const FEATURES = [
  'title',
  'username',
  'password',
  'address',
  'more addresses',
  'one-time code',
  'notes',
  'own fields',
  'folder',
  'tags',
  'favourite',
  'created',
  'changed',
  'trash',
  'expiry',
  'older passwords',
  'attachments',
  'passkey',
  'icon',
  'what is unknown'
] as const
export type Feature = (typeof FEATURES)[number]

/** What stands for each feature in every file: to be found again wherever it went. */
export const MARK = {
  title: 'The title',
  username: 'the username',
  password: 'the password',
  address: 'https://first.example',
  'more addresses': 'https://second.example',
  'one-time code': 'JBSWY3DPEHPK3PXP',
  notes: 'the notes',
  'own fields': 'the own field',
  folder: 'The folder',
  tags: 'the tag',
  created: Date.UTC(2020, 1, 3),
  changed: Date.UTC(2021, 1, 3),
  trash: 'The trashed',
  expiry: '2031-02-03',
  'older passwords': 'the older password',
  attachments: 'the attachment',
  passkey: 'the-passkey',
  icon: '67',
  'what is unknown': 'the unknown'
} as const

const SECONDS = { created: MARK.created / 1000, changed: MARK.changed / 1000 }
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A file of a format with everything in it that the format has, and what it has no word for. */
export type TableFile = { readonly make: () => Promise<Uint8Array>; readonly absent: readonly Feature[] }

async function keePass(): Promise<Kdbx> {
  const kdbx = newKdbx()
  const group = kdbx.createGroup(kdbx.getDefaultGroup(), MARK.folder)
  const strings = {
    Title: MARK.title,
    UserName: MARK.username,
    Password: MARK['older passwords'],
    URL: MARK.address,
    KP2A_URL: MARK['more addresses'],
    otp: MARK['one-time code'],
    Notes: MARK.notes,
    Own: MARK['own fields'],
    KPEX_PASSKEY_CREDENTIAL_ID: MARK.passkey
  }
  const entry = addEntry(kdbx, strings, { group })
  entry.pushHistory()
  entry.fields.set('Password', kdbxweb.ProtectedValue.fromString(MARK.password))
  entry.tags = [MARK.tags]
  entry.icon = Number(MARK.icon)
  entry.bgColor = MARK['what is unknown']
  entry.times.creationTime = new Date(MARK.created)
  entry.times.lastModTime = new Date(MARK.changed)
  entry.times.expires = true
  entry.times.expiryTime = new Date(`${MARK.expiry}T00:00:00Z`)
  entry.binaries.set('a.txt', await kdbx.createBinary(Uint8Array.from(utf8(MARK.attachments)).buffer))
  kdbx.remove(addEntry(kdbx, { Title: MARK.trash }))
  return kdbx
}

function onepux(): Uint8Array {
  const item = {
    favIndex: 1,
    createdAt: SECONDS.created,
    updatedAt: SECONDS.changed,
    categoryUuid: '001',
    overview: {
      title: MARK.title,
      url: MARK.address,
      urls: [{ url: MARK.address }, { url: MARK['more addresses'] }],
      tags: [MARK.tags]
    },
    details: {
      loginFields: [
        { designation: 'username', value: MARK.username },
        { designation: 'password', value: MARK.password }
      ],
      notesPlain: MARK.notes,
      passwordHistory: [{ value: MARK['older passwords'], time: SECONDS.created }],
      passkey: { credentialId: MARK.passkey },
      novelty: { deep: MARK['what is unknown'] },
      sections: [
        {
          title: 'S',
          fields: [
            { id: 'a', title: 'code', value: { totp: MARK['one-time code'] } },
            { id: 'b', title: 'own', value: { string: MARK['own fields'] } },
            { id: 'c', title: 'file', value: { file: { documentId: 'd', fileName: 'a.txt' } } }
          ]
        }
      ]
    }
  }
  const trashed = { categoryUuid: '001', state: 'trashed', updatedAt: 1, overview: { title: MARK.trash } }
  const vaults = [
    { attrs: { name: MARK.folder }, items: [item, trashed] },
    { attrs: { name: 'Other' }, items: [] }
  ]
  return zipFile({ 'export.data': JSON.stringify({ accounts: [{ vaults }] }), 'files/d__a.txt': MARK.attachments })
}

function proton(): Uint8Array {
  const item = {
    state: 1,
    pinned: true,
    createTime: SECONDS.created,
    modifyTime: SECONDS.changed,
    files: [{ fileId: 'f', name: 'a.txt' }],
    data: {
      type: 'login',
      metadata: { name: MARK.title, note: MARK.notes },
      extraFields: [{ fieldName: 'own', type: 'text', data: { content: MARK['own fields'] } }],
      content: {
        itemUsername: MARK.username,
        password: MARK.password,
        urls: [MARK.address, MARK['more addresses']],
        totpUri: MARK['one-time code'],
        passkeys: [{ credentialId: MARK.passkey }],
        novelty: { deep: MARK['what is unknown'] }
      }
    }
  }
  const trashed = { state: 2, modifyTime: 1, data: { type: 'note', metadata: { name: MARK.trash } } }
  const vaults = { a: { name: MARK.folder, items: [item, trashed] }, b: { name: 'Other', items: [] } }
  return zipFile({ 'Proton Pass/data.json': JSON.stringify({ vaults }), 'Proton Pass/files/f_a.txt': MARK.attachments })
}

function dashlane(): Uint8Array {
  const columns = ['title', 'username', 'password', 'url', 'otpUrl', 'note', 'category', 'username2', 'novelty']
  const { title, username, password, address, notes, folder } = MARK
  const cells = [
    title,
    username,
    password,
    address,
    MARK['one-time code'],
    notes,
    folder,
    MARK['own fields'],
    MARK['what is unknown']
  ]
  return zipFile({ 'credentials.csv': `${columns.join(',')}\n${cells.join(',')}\n` })
}

function enpass(): Uint8Array {
  const field = (type: string, value: string, more: object = {}) => ({
    type,
    label: type,
    value,
    value_updated_at: 1,
    ...more
  })
  const item = {
    category: 'login',
    template_type: 'login.default',
    title: MARK.title,
    note: MARK.notes,
    favorite: 1,
    folders: ['f'],
    createdAt: SECONDS.created,
    updated_at: SECONDS.changed,
    attachments: [{ name: 'a.txt', data: Buffer.from(MARK.attachments).toString('base64') }],
    fields: [
      field('username', MARK.username),
      field('password', MARK.password, { history: [{ value: MARK['older passwords'], updated_at: 1 }] }),
      field('url', MARK.address),
      field('url', MARK['more addresses']),
      field('totp', MARK['one-time code']),
      field('text', MARK['own fields']),
      field('novelty', MARK['what is unknown'])
    ]
  }
  const trashed = { category: 'note', title: MARK.trash, trashed: 1, updated_at: 1, fields: [] }
  return utf8(JSON.stringify({ folders: [{ uuid: 'f', title: MARK.folder }], items: [item, trashed] }))
}

function cxf(): Uint8Array {
  const value = (text: string, more: object = {}) => ({ fieldType: 'string', value: text, ...more })
  const item = {
    id: 'i',
    creationAt: SECONDS.created,
    modifiedAt: SECONDS.changed,
    title: MARK.title,
    favorite: true,
    tags: [MARK.tags],
    scope: { urls: [MARK.address, MARK['more addresses']] },
    credentials: [
      { type: 'basic-auth', username: value(MARK.username), password: value(MARK.password) },
      { type: 'totp', secret: MARK['one-time code'] },
      { type: 'note', content: value(MARK.notes) },
      { type: 'custom-fields', fields: [value(MARK['own fields'], { label: 'own' })] },
      { type: 'passkey', credentialId: MARK.passkey },
      { type: 'file', name: MARK.attachments },
      { type: 'novelty', deep: MARK['what is unknown'] },
      { type: 'api-key', expiryDate: value(MARK.expiry) }
    ]
  }
  const collections = [{ title: MARK.folder, items: [{ item: 'i' }] }]
  const version = { major: 1, minor: 0 }
  return utf8(JSON.stringify({ version, exporterRpId: 'x', accounts: [{ collections, items: [item] }] }))
}

/** One entry, not sealed. */
function passStore(): string {
  const lines = [`user: ${MARK.username}`, `url: ${MARK.address}`, `own: ${MARK['own fields']}`]
  return [
    MARK.password,
    ...lines,
    `url: ${MARK['more addresses']}`,
    `otp: ${MARK['one-time code']}`,
    MARK.notes,
    MARK['what is unknown']
  ].join('\n')
}

/** A file of each format with everything in it that the format has. */
export const TABLE_FILES = {
  kdbx: async () => bytesOf(await keePass()),
  'keepass-xml': async () => utf8(await (await keePass()).saveXml()),
  '1pux': async () => onepux(),
  proton: async () => proton(),
  dashlane: async () => dashlane(),
  enpass: async () => enpass(),
  cxf: async () => cxf(),
  pass: async () => utf8(passStore())
} as const
export type TableFormat = keyof typeof TABLE_FILES

/** What a format has no word for. */
export const ABSENT: Readonly<Record<TableFormat, readonly Feature[]>> = {
  kdbx: ['favourite'],
  'keepass-xml': ['favourite'],
  '1pux': ['expiry', 'icon'],
  proton: ['tags', 'expiry', 'older passwords', 'icon'],
  dashlane: [
    'more addresses',
    'tags',
    'favourite',
    'created',
    'changed',
    'trash',
    'expiry',
    'older passwords',
    'attachments',
    'passkey',
    'icon'
  ],
  enpass: ['tags', 'expiry', 'passkey', 'icon'],
  cxf: ['trash', 'older passwords', 'icon'],
  pass: [
    'tags',
    'favourite',
    'created',
    'changed',
    'trash',
    'expiry',
    'older passwords',
    'attachments',
    'passkey',
    'icon'
  ]
}
