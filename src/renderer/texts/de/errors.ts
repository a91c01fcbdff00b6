import type { ErrorTexts } from '../en/errors.ts'

/** What it was that did not fit. */
const TOO_LARGE: Readonly<Record<string, string>> = {
  attachment: 'Ein Anhang hat höchstens 1 GiB; nichts wurde angehängt.',
  text: 'Dieser Text ist zu lang für ein Feld: höchstens 1 MB, verdeckt 700 kB. Als Datei lässt er sich anhängen.',
  title: 'Dieser Titel ist zu lang: höchstens 10.000 Zeichen.',
  label: 'Dieser Name ist zu lang: höchstens 1.000 Zeichen.',
  tag: 'Dieser Tag ist zu lang: höchstens 255 Zeichen.',
  tags: 'Das sind zu viele Tags für einen Eintrag: höchstens 5.000.',
  fields: 'Das sind zu viele Felder für einen Eintrag: höchstens 1.000.',
  image: 'Dieses Bild ist zu groß, um darin einen Code zu suchen.'
}

const NO_BREACH_LIST =
  'Das ist keine Liste bekannt gewordener Passwörter: Zeilen aus SHA-1-Hash und Anzahl, nach Hash sortiert.'
const BREACH_LIST: Readonly<Record<string, string>> = {
  order: 'Diese Liste bekannt gewordener Passwörter ist nicht nach Hash sortiert; nehmen Sie die, die es ist.',
  missing: 'Diesem Ordner fehlt ein Teil der Liste bekannt gewordener Passwörter; laden Sie sie noch einmal herunter.'
}

const NETWORK: Readonly<Record<string, string>> = {
  time: 'Der Dienst für bekannte Lecks hat nicht rechtzeitig geantwortet.',
  status: 'Der Dienst für bekannte Lecks hat die Antwort verweigert.',
  answer: 'Was geantwortet hat, ist nicht der Dienst; vielleicht steht die Anmeldeseite des Netzes dazwischen.'
}

export const errors: ErrorTexts = {
  WRONG_PASSWORD: () => 'Dieses Passwort öffnet den Tresor nicht.',
  WRONG_RECOVERY_PHRASE: () => 'Diese Wiederherstellungswörter öffnen den Tresor nicht.',
  BAD_RECOVERY_PHRASE: (detail) =>
    'word' in detail
      ? `Wort ${detail['word']} ist keines der Wiederherstellungswörter.`
      : 'Das sind keine Wiederherstellungswörter: Es sind 24, und das letzte prüft die anderen.',
  NOT_A_VAULT: () => 'Diese Datei ist kein Coffer-Tresor.',
  OTHER_VAULT: () => 'Das ist ein anderer Tresor, keine Kopie von diesem.',
  VAULT_DAMAGED: (detail) =>
    `Diese Datei ist beschädigt${'offset' in detail ? ` bei Byte ${detail['offset']}` : ''}: eine geprüfte Sicherung öffnen.`,
  VAULT_TOO_NEW: () => 'Diesen Tresor hat eine neuere Version von Coffer geschrieben. Zum Öffnen Coffer aktualisieren.',
  KDF_REFUSED: () => 'Die Zahlen der Schlüsselableitung in dieser Datei liegen außerhalb dessen, was Coffer annimmt.',
  VAULT_ROLLED_BACK: () =>
    'Diese Datei ist älter als der Stand, den dieser Computer zuletzt gesehen hat. Vielleicht hat jemand eine alte Kopie an ihre Stelle gelegt.',
  STALE: () => 'Der Eintrag wurde inzwischen geändert; nichts wurde gesichert.',
  LOCKED_BY_OTHER: (detail) =>
    `Ein anderes Programm benutzt diesen Tresor${'pid' in detail ? ` (Prozess ${detail['pid']} auf ${detail['host'] ?? 'diesem Computer'})` : ''}.`,
  FILE_CHANGED_ON_DISK: () => 'Ein anderes Programm hat die Tresordatei geändert; nichts wurde gesichert.',
  REKEYED_ELSEWHERE: () => 'Das Hauptpasswort dieses Tresors wurde anderswo geändert.',
  NO_SPACE: () => 'Der Datenträger ist voll; nichts wurde geändert.',
  READ_ONLY: () => 'An diesen Ort kann nicht geschrieben werden; nichts wurde geändert.',
  PERMISSION: () => 'Coffer darf dort nicht lesen oder schreiben; nichts wurde geändert.',
  NOT_FOUND: () => 'Die Datei ist nicht mehr da.',
  ALREADY_EXISTS: () => 'Eine Datei dieses Namens gibt es schon; nichts wurde überschrieben.',
  NOT_A_FILE: () => 'Das ist keine gewöhnliche Datei.',
  IO: (detail) => `Der Datenträger meldet einen Fehler${'errno' in detail ? ` (${detail['errno']})` : ''}.`,
  TOO_LARGE: (detail) => TOO_LARGE[String(detail['what'] ?? '')] ?? 'Das ist zu groß.',
  BAD_REQUEST: () => 'Das geht so nicht.',
  ITEM_NOT_FOUND: () => 'Diesen Eintrag gibt es im Tresor nicht mehr.',
  FIELD_NOT_FOUND: () => 'Dieses Feld hat der Eintrag nicht mehr.',
  LOCKED: () => 'Der Tresor ist gesperrt.',
  KEY_CHANGED: () => 'Das Getippte ist nicht angekommen; bitte noch einmal. Nichts wurde geändert.',
  PASSWORD_TOO_SHORT: (detail) => `Ein Hauptpasswort hat mindestens ${detail['least'] ?? 15} Zeichen.`,
  DEVICE_KEY_NEEDED: () =>
    'Dieser Tresor braucht auch den Geräteschlüssel des Computers, auf dem er eingerichtet wurde; die Wiederherstellungswörter öffnen ihn ohne.',
  CLOCK_OUT_OF_RANGE: () => 'Die Uhr dieses Computers geht falsch; bitte stellen und noch einmal versuchen.',
  BACKUP_DAMAGED: () => 'Die Sicherung passt nicht zu ihrer Prüfsumme oder Signatur.',
  WORD_LIST_DAMAGED: () => 'Eine Wortliste dieser Installation ist beschädigt. Coffer bitte neu installieren.',
  BAD_OTP_SECRET: () => 'Das ist kein Geheimnis für Einmalcodes (otpauth-Link oder Base32).',
  IMPORT_UNKNOWN_FORMAT: () => 'Coffer kennt das Programm nicht, von dem diese Datei stammt.',
  IMPORT_NEEDS_PASSWORD: () =>
    'Diese Datei ist verschlüsselt: Sie braucht ihr eigenes Passwort oder ihre Schlüsseldatei.',
  IMPORT_DAMAGED: () => 'Diese Datei ist beschädigt oder unvollständig; nichts wurde importiert.',
  IMPORT_REFUSED: () => 'Diese Datei verlangt mehr, als Coffer einer fremden Datei erlaubt; nichts wurde importiert.',
  BAD_RECIPIENT: (detail) =>
    'mixed' in detail
      ? 'Post-Quanten-Schlüssel (age1pq1…) und andere lassen sich nicht zusammen verwenden.'
      : 'Das ist kein age-Empfänger (age1…).',
  REFERENCE_NOT_FOUND: () => 'Ein Verweis nennt keinen Eintrag oder kein Feld dieses Tresors.',
  ATTACHMENT_DAMAGED: () => 'Ein Anhang ist beschädigt; sein Eintrag ist, wie er war.',
  SOURCE_CHANGED: () =>
    'Die Datei zum Anhängen wurde geändert oder ist nicht mehr an ihrem Ort; sie wartet nicht länger. Bitte neu anhängen.',
  BAD_DEVICE_KEY: () =>
    'Das ist kein Geräteschlüssel: Er beginnt mit CDK1 und hat 56 weitere Zeichen. Eines davon ist vielleicht falsch.',
  KEYCHAIN_UNAVAILABLE: () =>
    'Der Schlüsselbund dieses Rechners ist nicht erreichbar; die Wiederherstellungswörter öffnen den Tresor.',
  KEYCHAIN_LOCKED: () =>
    'Der Schlüsselbund dieses Rechners ist gesperrt; entsperren Sie ihn und versuchen Sie es noch einmal.',
  NOT_A_BREACH_LIST: (detail) => BREACH_LIST[String(detail['why'])] ?? NO_BREACH_LIST,
  NETWORK: (detail) => NETWORK[String(detail['why'])] ?? 'Der Dienst für bekannte Lecks ist nicht erreichbar.',
  CANCELLED: () => 'Abgebrochen; nichts wurde geändert.',
  BAD_ANSWER: () => 'Coffer hat sich selbst etwas Unerlaubtes geantwortet; nichts wurde gezeigt.',
  REFUSED_SENDER: () => 'Coffer hat eine Anfrage abgelehnt, die nicht aus dem eigenen Fenster kam.',
  INTERNAL: () => 'In Coffer ist etwas schiefgegangen; nichts wurde geändert.'
}
