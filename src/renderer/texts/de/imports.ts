import type { ImportsTexts } from '../en/imports.ts'

const items = (count: number): string => (count === 1 ? '1 Eintrag' : `${count} Einträge`)

const formats: Readonly<Record<string, string>> = {
  'bitwarden-json': 'Bitwarden-JSON',
  'bitwarden-csv': 'Bitwarden-CSV',
  'chrome-csv': 'CSV von Chrome, Edge, Brave oder Opera',
  'firefox-csv': 'Firefox-CSV',
  'apple-csv': 'CSV von Apple Passwörter',
  'keepassxc-csv': 'KeePassXC-CSV',
  '1password-csv': '1Password-CSV',
  'lastpass-csv': 'LastPass-CSV',
  'nordpass-csv': 'NordPass-CSV',
  'proton-csv': 'Proton-Pass-CSV',
  csv: 'eine Tabelle',
  coffer: 'Coffer-Tresor',
  'coffer-json': 'Coffer JSON',
  age: 'age',
  kdbx: 'KeePass-Datenbank (KDBX)',
  'keepass-xml': 'KeePass-XML',
  '1pux': '1Password (1PUX)',
  dashlane: 'Dashlane',
  enpass: 'Enpass-JSON',
  proton: 'Proton Pass',
  cxf: 'FIDO-Austauschformat (CXF)',
  pass: 'pass oder gopass'
}

const programs: ImportsTexts['programs'] = [
  { name: 'KeePass', how: 'KDBX 3 und 4 mit Passwort oder Schlüsseldatei, XML' },
  { name: 'KeePassXC', how: 'seine Datenbank, oder CSV' },
  { name: 'Bitwarden', how: 'JSON, auch passwortgeschützt; CSV' },
  { name: '1Password', how: '1PUX, CSV' },
  { name: 'Browser', how: 'CSV von Chrome, Edge, Brave, Firefox' },
  { name: 'Apple', how: 'CSV von Passwörter' },
  { name: 'LastPass', how: 'CSV' },
  { name: 'Proton Pass', how: 'ZIP, PGP, CSV' },
  { name: 'Dashlane', how: 'ZIP' },
  { name: 'NordPass', how: 'CSV' },
  { name: 'Enpass', how: 'JSON' },
  { name: 'pass, gopass', how: 'der Ordner des Speichers, von GnuPG geöffnet' },
  { name: 'Andere', how: 'FIDO-Austauschformat (CXF), age' },
  { name: 'Coffer', how: 'ein anderer Tresor oder eine Sicherung' },
  { name: 'Jede Tabelle', how: 'CSV; Sie sagen, was die Spalten sind' }
]

export const imports: ImportsTexts = {
  title: 'Importieren',
  lead: 'Holen Sie herein, was ein anderes Programm exportiert hat. Coffer erkennt am Inhalt, woher die Datei stammt, zeigt eine Vorschau und ändert nichts, bevor Sie zustimmen.',
  readOnly: 'Dieser Tresor ist schreibgeschützt: Es kann nichts hereinkommen.',
  dropHere: 'Die exportierte Datei hier ablegen',
  choose: 'Datei wählen …',
  chooseFolder: 'Ordner wählen (pass, gopass) …',
  knows: 'Was Coffer liest',
  programs,
  formats,
  from: 'Aus',
  readingFile: (name) => `${name} wird gelesen`,
  reading: 'Die Datei wird gelesen und mit dem Tresor verglichen',
  saving: 'Alles wird in einem Schritt gespeichert',
  isEncrypted: (name) => `${name} ist verschlüsselt.`,
  filePassword: 'Passwort der Datei',
  filePasswordHint: 'Das, mit dem sie exportiert oder verschlossen wurde, nicht das Ihres Tresors.',
  keyFile: 'Schlüsseldatei …',
  noKeyFile: 'Nur wenn der andere Tresor eine braucht',
  open: 'Datei öffnen',
  columnsTitle: 'Spalten',
  columnsLead: (name, rows) =>
    `${name} hat ${rows === 1 ? '1 Zeile' : `${rows} Zeilen`}. Sagen Sie, wofür jede Spalte steht.`,
  columns: 'Spalten der Tabelle',
  sketchTitle: 'So kommen die ersten Zeilen herein',
  setColumns: 'Spalten zuordnen …',
  next: 'Weiter',
  roles: {
    title: 'Titel',
    username: 'Benutzername',
    password: 'Passwort',
    url: 'Website',
    otp: 'Einmalcode',
    notes: 'Notizen',
    email: 'E-Mail',
    folder: 'Ordner',
    tags: 'Tags',
    favorite: 'Favorit',
    created: 'Angelegt',
    changed: 'Geändert',
    text: 'Eigenes Feld',
    concealed: 'Verborgenes Feld',
    skip: 'Weglassen'
  },
  previewTitle: 'Vorschau',
  apply: (count) => `${items(count)} importieren`,
  countItems: items,
  type: 'Art',
  inFile: 'In der Datei',
  fresh: 'Neu',
  joined: 'Verbunden',
  leftOut: 'Weggelassen',
  items: 'Einträge',
  attachments: 'Anhänge',
  older: 'Ältere Stände von Feldern',
  joinedTitle: 'Schon da',
  joinedText:
    'Art, Titel, Benutzer und Website sind gleich, und nichts widerspricht sich: Diese Einträge nehmen auf, was ihnen fehlt. Ein Eintrag mit einem anderen Passwort ist ein neuer.',
  fieldsTitle: 'Felder',
  fieldsSum: (found, came, kept, refused) =>
    `${found} in der Datei = ${came} importiert + ${kept} beiseitegelegt + ${refused} weggelassen`,
  keptTitle: 'Unter „Weitere importierte Daten“ aufgehoben',
  keptText:
    'Dafür hat Coffer keinen eigenen Platz. Sie stehen am Ende ihres Eintrags, so wie sie in der Datei standen.',
  refusedTitle: 'Weggelassen',
  refusedText: 'Diese Felder wurden nicht importiert.',
  reasons: {
    noPlaceForIt: 'Ein Tresor hat keinen Platz dafür',
    unknownField: 'Hier unbekannt',
    unknownType: 'Von unbekannter Art',
    unreadable: 'In keiner lesbaren Form',
    tooLarge: 'Zu groß',
    missingFile: 'Die Datei dazu fehlt',
    brokenReference: 'Verweist auf etwas, das nicht da ist',
    duplicate: 'Schon da',
    leftOut: 'Weggelassen, wie Sie sagten'
  },
  moreLines: (count) => `und ${count} weitere`,
  receipt: 'Quittung',
  cameIn: (came, found) =>
    came === found
      ? `${items(came)} importiert`
      : `${came} von ${found === 1 ? '1 Eintrag' : `${found} Einträgen`} importiert`,
  saveReceipt: 'Quittung speichern …',
  receiptSaved: (name) => `Die Quittung liegt in ${name}`,
  undo: 'Import zurücknehmen',
  undone: 'Der Import wurde zurückgenommen',
  undoneText: 'Was neu war, liegt im Papierkorb; Einträge, die etwas aufgenommen hatten, sind wie zuvor.',
  another: 'Andere Datei',
  sourceTitle: 'Die exportierte Datei ist noch immer für jeden lesbar.',
  sourceText: (folder) => `Sie liegt in ${folder}. Entfernen Sie sie, sobald Sie mit dem Import zufrieden sind.`,
  removeSource: 'Datei entfernen …',
  sourceRemoved: (name) => `${name} ist entfernt.`,
  sourceRemovedText:
    'Ihre Bytes können auf dem Datenträger stehen bleiben, bis sie überschrieben werden, und Kopien in Sicherungen oder einem synchronisierten Ordner sind, wo sie waren. Wenn Sie das beunruhigt, ändern Sie die wichtigsten Passwörter.',
  errors: {
    wrongFilePassword: 'Dieses Passwort öffnet die Datei nicht.',
    damagedRow: (row) => `Diese Datei ist in Zeile ${row} beschädigt oder abgeschnitten; nichts wurde importiert.`,
    refused: {
      accountBound:
        'Diesen Export kann nur das Bitwarden-Konto lesen, das ihn gemacht hat. Exportieren Sie noch einmal passwortgeschützt oder als JSON.',
      kdf: 'Die Zahlen der Schlüsselableitung in dieser Datei liegen außerhalb dessen, was Coffer annimmt.',
      tooNew: 'Diese Datei stammt von einer neueren Fassung von Coffer.',
      unknownContent: 'Was in dieser age-Datei steckt, kann Coffer nicht importieren.',
      version: 'Diese Datei hat eine neuere Version ihres Formats, als Coffer kennt.',
      cipher: 'Diese Datei ist auf eine Art verschlüsselt, die Coffer nicht liest.',
      encryptedZip: 'Dieses Archiv ist auf eine Art verschlüsselt, die Coffer nicht liest. Entpacken Sie es zuerst.',
      keyFile: 'Diese Schlüsseldatei widerspricht sich: Sie ist beschädigt oder keine.',
      noGpg: 'Einen Passwortspeicher öffnet GnuPG, und das ist auf diesem Computer nicht installiert.',
      noKey: 'GnuPG hat auf diesem Computer keinen Schlüssel, der diesen Passwortspeicher öffnet.',
      deviceKey: 'Dieser Tresor braucht auch einen Geräteschlüssel; seine Wiederherstellungswörter öffnen ihn ohne.',
      size: 'Diese Datei ist größer, als Coffer von einem anderen Programm annimmt.',
      time: 'Diese Datei braucht länger zum Lesen als jeder Export eines anderen Programms.',
      doctype: 'Diese Datei legt einen eigenen Dokumenttyp fest, was kein Export tut.'
    }
  }
}
