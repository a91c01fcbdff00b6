import { type Feature, MARK, type TableFile, utf8 } from './table-fixtures.ts'

const ISO = { created: new Date(MARK.created).toISOString(), changed: new Date(MARK.changed).toISOString() }
const SECONDS = { created: MARK.created / 1000, changed: MARK.changed / 1000 }

/** One row under a header of these names; what has no name is a cell beyond the header, which no format knows. */
const tableOf = (cells: Readonly<Record<string, string | number>>) => async (): Promise<Uint8Array> => {
  const { beyond, ...named } = cells
  const quoted = (cell: string | number): string => `"${`${cell}`.replaceAll('"', '""')}"`
  const row = [...Object.values(named), ...(beyond === undefined ? [] : [beyond])]
  return utf8(`${Object.keys(named).map(quoted).join(',')}\n${row.map(quoted).join(',')}\n`)
}
const beyond = MARK['what is unknown']

/** What a table of plain rows has no word for. */
const NEVER: readonly Feature[] = ['trash', 'expiry', 'older passwords', 'attachments', 'passkey']
const UNTIMED: readonly Feature[] = ['created', 'changed', ...NEVER]

/** The tables of other programs, with the headers that these programs write. */
export const CSV_TABLE_FILES = {
  'bitwarden-csv': {
    absent: ['tags', 'icon', ...UNTIMED],
    make: tableOf({
      folder: MARK.folder,
      favorite: 1,
      type: 'login',
      name: MARK.title,
      notes: MARK.notes,
      fields: `own: ${MARK['own fields']}`,
      reprompt: 0,
      login_uri: `${MARK.address},${MARK['more addresses']}`,
      login_username: MARK.username,
      login_password: MARK.password,
      login_totp: MARK['one-time code'],
      beyond
    })
  },
  'chrome-csv': {
    absent: ['more addresses', 'one-time code', 'own fields', 'folder', 'tags', 'favourite', 'icon', ...UNTIMED],
    make: tableOf({
      name: MARK.title,
      url: MARK.address,
      username: MARK.username,
      password: MARK.password,
      note: MARK.notes,
      beyond
    })
  },
  'firefox-csv': {
    absent: ['title', 'one-time code', 'notes', 'own fields', 'folder', 'tags', 'favourite', 'icon', ...NEVER],
    make: tableOf({
      url: MARK.address,
      username: MARK.username,
      password: MARK.password,
      httpRealm: 'realm',
      formActionOrigin: MARK['more addresses'],
      guid: '{1}',
      timeCreated: MARK.created,
      timeLastUsed: MARK.changed,
      timePasswordChanged: MARK.changed,
      beyond
    })
  },
  'apple-csv': {
    absent: ['more addresses', 'own fields', 'folder', 'tags', 'favourite', 'icon', ...UNTIMED],
    make: tableOf({
      Title: MARK.title,
      URL: MARK.address,
      Username: MARK.username,
      Password: MARK.password,
      Notes: MARK.notes,
      OTPAuth: MARK['one-time code'],
      beyond
    })
  },
  'keepassxc-csv': {
    absent: ['more addresses', 'own fields', 'tags', 'favourite', ...NEVER],
    make: tableOf({
      Group: `Root/${MARK.folder}`,
      Title: MARK.title,
      Username: MARK.username,
      Password: MARK.password,
      URL: MARK.address,
      Notes: MARK.notes,
      TOTP: MARK['one-time code'],
      Icon: MARK.icon,
      'Last Modified': ISO.changed,
      Created: ISO.created,
      beyond
    })
  },
  '1password-csv': {
    absent: ['more addresses', 'own fields', 'folder', 'icon', ...UNTIMED],
    make: tableOf({
      Title: MARK.title,
      Url: MARK.address,
      Username: MARK.username,
      Password: MARK.password,
      OTPAuth: MARK['one-time code'],
      Favorite: 'true',
      Archived: 'false',
      Tags: MARK.tags,
      Notes: MARK.notes,
      beyond
    })
  },
  'lastpass-csv': {
    absent: ['more addresses', 'own fields', 'tags', 'icon', ...UNTIMED],
    make: tableOf({
      url: MARK.address,
      username: MARK.username,
      password: MARK.password,
      totp: MARK['one-time code'],
      extra: MARK.notes,
      name: MARK.title,
      grouping: MARK.folder,
      fav: 1,
      beyond
    })
  },
  'nordpass-csv': {
    absent: ['one-time code', 'tags', 'favourite', 'icon', ...UNTIMED],
    make: tableOf({
      name: MARK.title,
      url: MARK.address,
      additional_urls: JSON.stringify([MARK['more addresses']]),
      username: MARK.username,
      password: MARK.password,
      note: MARK.notes,
      cardholdername: '',
      cardnumber: '',
      folder: MARK.folder,
      type: 'password',
      custom_fields: JSON.stringify([{ type: 'text', label: 'own', value: MARK['own fields'] }]),
      beyond
    })
  },
  'proton-csv': {
    absent: ['own fields', 'tags', 'favourite', 'icon', ...NEVER],
    make: tableOf({
      type: 'login',
      name: MARK.title,
      url: `${MARK.address}, ${MARK['more addresses']}`,
      email: '',
      username: MARK.username,
      password: MARK.password,
      note: MARK.notes,
      totp: MARK['one-time code'],
      createTime: SECONDS.created,
      modifyTime: SECONDS.changed,
      vault: MARK.folder,
      beyond
    })
  },
  csv: {
    absent: ['icon', ...NEVER],
    make: tableOf({
      Was: MARK.title,
      Wer: MARK.username,
      Geheim: MARK.password,
      Wo: MARK.address,
      Auch: MARK['more addresses'],
      Zweites: MARK['one-time code'],
      Dazu: MARK.notes,
      Eigen: MARK['own fields'],
      Ordner: MARK.folder,
      Worte: MARK.tags,
      Gern: 'ja',
      Seit: ISO.created,
      Zuletzt: ISO.changed,
      beyond
    })
  }
} as const satisfies Readonly<Record<string, TableFile>>

/** What somebody says that the columns of `csv` are for. */
export const CSV_TABLE_MAPPING = [
  'title',
  'username',
  'password',
  'url',
  'url',
  'otp',
  'notes',
  'text',
  'folder',
  'tags',
  'favorite',
  'created',
  'changed'
] as const
