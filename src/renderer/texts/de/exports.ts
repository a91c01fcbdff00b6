import type { ExportsTexts } from '../en/exports.ts'

const counted = (one: string, many: string) => (count: number) => (count === 1 ? `1 ${one}` : `${count} ${many}`)

const BITWARDEN_LOSES = 'Ohne Anhänge; ältere Werte nur von Passwörtern; ein Tag wird zum Ordner.'

export const exports: ExportsTexts = {
  title: 'Für andere Programme exportieren',
  lead: 'Für eine Kopie des Tresors selbst ist die verschlüsselte Sicherung da.',
  format: 'Format',
  formats: {
    age: {
      name: 'age-Datei',
      about: 'Verschlüsselt und vollständig: Das freie Programm age öffnet sie überall, ohne Coffer.',
      loses: 'Nimmt alles mit.'
    },
    kdbx: {
      name: 'KDBX 4',
      about: 'Verschlüsselt mit einem Passwort: für KeePassXC, KeePass und ihre Verwandten.',
      loses: 'Arten von Einträgen und Feldern und Abschnitte: Andere Programme zeigen sie als einfache Felder.'
    },
    'bitwarden-sealed': {
      name: 'Bitwarden, mit Passwort',
      about: 'Verschlüsselt: für Bitwarden und alles, was seine Exporte liest.',
      loses: BITWARDEN_LOSES
    },
    bitwarden: {
      name: 'Bitwarden',
      about: 'Nicht verschlüsselt. Für Programme, die nur das offene JSON von Bitwarden lesen.',
      loses: BITWARDEN_LOSES
    },
    csv: {
      name: 'CSV, genau',
      about: 'Nicht verschlüsselt. Für andere Passwortverwaltungen: Jede liest es.',
      loses: 'Ohne Anhänge, ältere Werte, Daten und Papierkorb; weitere Felder stehen in den Notizen.'
    },
    'csv-safe': {
      name: 'CSV für Tabellen',
      about:
        'Nicht verschlüsselt. Zum Ansehen, nicht zum Importieren: Was wie eine Formel beginnt, bekommt ein Hochkomma.',
      loses: 'Wie beim genauen CSV, und manche Werte werden verändert.'
    },
    cxf: {
      name: 'FIDO-CXF',
      about: 'Nicht verschlüsselt. Das Format, in dem Passwortverwaltungen einander Zugangsdaten übergeben.',
      loses: 'Ohne ältere Werte; wofür es keine Art hat, geht als weiteres Feld mit.'
    },
    json: {
      name: 'JSON',
      about: 'Nicht verschlüsselt, aber vollständig: dokumentiert, für eigene Skripte und Programme.',
      loses: 'Nimmt alles mit.'
    }
  },
  seal: 'Öffnen mit',
  passphrase: 'einer Passphrase',
  keys: 'den Schlüsseln anderer',
  filePassword: 'Passwort der Datei',
  recipients: 'age-Schlüssel, einer pro Zeile (age1…)',
  armor: 'Als Textzeilen, für Mail und Chat',
  warning: 'Wer diese Datei lesen kann, hat alle Passwörter darin. Löschen Sie sie, sobald sie ihren Dienst getan hat.',
  masterPassword: 'Hauptpasswort, noch einmal',
  action: 'Exportieren …',
  exporting: 'Der Export wird geschrieben und zurückgelesen',
  done: 'Der Export ist geschrieben',
  written: (items, name) => `${items === 1 ? '1 Eintrag' : `${items} Einträge`} in ${name}`,
  nothingLost: 'Nichts geht verloren.',
  lost: 'Was das Format nicht mitnehmen konnte',
  losses: {
    attachments: counted('Anhang fehlt.', 'Anhänge fehlen.'),
    history: counted('älterer Wert fehlt.', 'ältere Werte fehlen.'),
    trashedItems: counted('Eintrag im Papierkorb fehlt.', 'Einträge im Papierkorb fehlen.'),
    favorites: counted('Favorit ist nicht als solcher markiert.', 'Favoriten sind nicht als solche markiert.'),
    tags: counted('Tag fehlt oder ist nicht zu unterscheiden.', 'Tags fehlen oder sind nicht zu unterscheiden.'),
    types: counted(
      'Eintrag bekommt einen anderen Typ; seine Felder bleiben.',
      'Einträge bekommen einen anderen Typ; ihre Felder bleiben.'
    ),
    sections: counted('Feld verliert seinen Abschnitt.', 'Felder verlieren ihren Abschnitt.'),
    fieldKinds: counted('Feld wird zu einfachem Text.', 'Felder werden zu einfachem Text.'),
    concealment: counted('verborgenes Feld ist nicht mehr verborgen.', 'verborgene Felder sind nicht mehr verborgen.'),
    labels: counted('Feld heißt anders.', 'Felder heißen anders.'),
    times: counted('Eintrag verliert seine Daten.', 'Einträge verlieren ihre Daten.'),
    extraFields: counted(
      'Feld hat keine Spalte: Es steht offen in den Notizen.',
      'Felder haben keine Spalte: Sie stehen offen in den Notizen.'
    ),
    moreAddresses: counted('weitere Adresse steht in den Notizen.', 'weitere Adressen stehen in den Notizen.'),
    oneTimeCodes: counted('Einmalcode fehlt.', 'Einmalcodes fehlen.'),
    prefixedCells: counted(
      'Zelle beginnt mit einem Hochkomma, das nicht zum Wert gehört.',
      'Zellen beginnen mit einem Hochkomma, das nicht zum Wert gehört.'
    ),
    other: counted('Einzelheit fehlt.', 'Einzelheiten fehlen.')
  },
  damaged: 'Beschädigte Anhänge, ausgelassen',
  damagedOf: (attachment, item) => `${attachment} von ${item}`,
  settings: {
    title: 'Import und Export',
    name: 'Für andere Programme exportieren',
    why: 'Sie können jederzeit gehen: Nichts im Tresor ist eingesperrt.'
  }
}
