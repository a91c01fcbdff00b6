const items = (count: number): string => (count === 1 ? '1 item' : `${count} items`)

/** What a format is called; one that is not named here is shown by its own name. */
const formats: Readonly<Record<string, string>> = {
  'bitwarden-json': 'Bitwarden JSON',
  'bitwarden-csv': 'Bitwarden CSV',
  'chrome-csv': 'CSV of Chrome, Edge, Brave or Opera',
  'firefox-csv': 'Firefox CSV',
  'apple-csv': 'CSV of Apple Passwords',
  'keepassxc-csv': 'KeePassXC CSV',
  '1password-csv': '1Password CSV',
  'lastpass-csv': 'LastPass CSV',
  'nordpass-csv': 'NordPass CSV',
  'proton-csv': 'Proton Pass CSV',
  csv: 'a table',
  coffer: 'Coffer vault',
  'coffer-json': 'Coffer JSON',
  age: 'age',
  kdbx: 'KeePass database (KDBX)',
  'keepass-xml': 'KeePass XML',
  '1pux': '1Password (1PUX)',
  dashlane: 'Dashlane',
  enpass: 'Enpass JSON',
  proton: 'Proton Pass',
  cxf: 'FIDO Credential Exchange (CXF)',
  pass: 'pass or gopass'
}

const programs: readonly { readonly name: string; readonly how: string }[] = [
  { name: 'KeePass', how: 'KDBX 3 and 4 with password or key file, XML' },
  { name: 'KeePassXC', how: 'its database, or CSV' },
  { name: 'Bitwarden', how: 'JSON, also password protected; CSV' },
  { name: '1Password', how: '1PUX, CSV' },
  { name: 'Browsers', how: 'CSV of Chrome, Edge, Brave, Firefox' },
  { name: 'Apple', how: 'CSV of Passwords' },
  { name: 'LastPass', how: 'CSV' },
  { name: 'Proton Pass', how: 'ZIP, PGP, CSV' },
  { name: 'Dashlane', how: 'ZIP' },
  { name: 'NordPass', how: 'CSV' },
  { name: 'Enpass', how: 'JSON' },
  { name: 'Any table', how: 'CSV; you say what the columns are' }
]

export const imports = {
  title: 'Import',
  lead: 'Bring in what another program exported. Coffer finds out from its content what made the file, shows what would come in, and changes nothing before you say so.',
  readOnly: 'This vault is read-only: nothing can come in.',
  dropHere: 'Drop the exported file here',
  choose: 'Choose a file…',
  knows: 'What Coffer reads',
  programs,
  formats,
  from: 'From',
  readingFile: (name: string) => `Reading ${name}`,
  reading: 'Reading the file and comparing it with the vault',
  saving: 'Saving everything in one step',
  isEncrypted: (name: string) => `${name} is encrypted.`,
  filePassword: 'Password of the file',
  filePasswordHint: 'The one it was exported or locked with, not that of your vault.',
  keyFile: 'Key file…',
  noKeyFile: 'Only if the other vault needs one',
  open: 'Open the file',
  columnsTitle: 'Columns',
  columnsLead: (name: string, rows: number) =>
    `${name} has ${rows === 1 ? '1 row' : `${rows} rows`}. Say what each column is for.`,
  columns: 'Columns of the table',
  sketchTitle: 'How the first rows come in',
  setColumns: 'Say what the columns are for…',
  next: 'Continue',
  roles: {
    title: 'Title',
    username: 'Username',
    password: 'Password',
    url: 'Website',
    otp: 'One-time code',
    notes: 'Notes',
    email: 'E-mail',
    folder: 'Folder',
    tags: 'Tags',
    favorite: 'Favourite',
    created: 'Created',
    changed: 'Changed',
    text: 'Field of its own',
    concealed: 'Concealed field',
    skip: 'Leave out'
  },
  previewTitle: 'What would come in',
  apply: (count: number) => `Import ${items(count)}`,
  countItems: items,
  type: 'Type',
  inFile: 'In the file',
  fresh: 'New',
  joined: 'Joined',
  leftOut: 'Left out',
  items: 'Items',
  attachments: 'Attachments',
  older: 'Older versions of fields',
  joinedTitle: 'There already',
  joinedText:
    'Same type, title, user and site, and nothing said otherwise: these take in what they lack. An item that says another password is a new item.',
  fieldsTitle: 'Fields',
  fieldsSum: (found: string, came: string, kept: string, refused: string) =>
    `${found} in the file = ${came} imported + ${kept} kept aside + ${refused} left out`,
  keptTitle: 'Kept under “Other imported data”',
  keptText: 'Coffer has no place of its own for these. They stand at the end of their item, as they were in the file.',
  refusedTitle: 'Left out',
  refusedText: 'These did not come in.',
  reasons: {
    noPlaceForIt: 'A vault has no place for it',
    unknownField: 'Unknown here',
    unknownType: 'Of an unknown type',
    unreadable: 'Not in a form that can be read',
    tooLarge: 'Too large',
    missingFile: 'Its file is missing',
    brokenReference: 'Refers to something that is not there',
    duplicate: 'There already',
    leftOut: 'Left out as you said'
  },
  moreLines: (count: number) => `and ${count} more`,
  receipt: 'Receipt',
  cameIn: (came: number, found: number) =>
    came === found ? `${items(came)} came in` : `${came} of ${items(found)} came in`,
  saveReceipt: 'Save the receipt…',
  receiptSaved: (name: string) => `The receipt is in ${name}`,
  undo: 'Undo the import',
  undone: 'The import was taken back',
  undoneText: 'What was new is in the trash, and items that took something in are as they were.',
  another: 'Another file',
  sourceTitle: 'The exported file is still readable by anyone.',
  sourceText: (folder: string) => `It lies in ${folder}. Remove it once you are content with what came in.`,
  removeSource: 'Remove the file…',
  sourceRemoved: (name: string) => `${name} is removed.`,
  sourceRemovedText:
    'Its bytes may stay on the disk until they are written over, and copies in backups or a synchronised folder are where they were. If that worries you, change the passwords that matter most.',
  errors: {
    wrongFilePassword: 'That password does not open this file.',
    damagedRow: (row: string) => `This file is damaged or cut off in row ${row}; nothing was imported.`,
    refused: {
      accountBound:
        'Only the Bitwarden account that made this export can read it. Export again as “password protected”, or as JSON.',
      kdf: 'The key derivation numbers in this file are outside the bounds that Coffer accepts.',
      size: 'This file is larger than Coffer accepts of another program.',
      time: 'This file takes longer to read than any export of another program.'
    }
  }
}

export type ImportsTexts = typeof imports
