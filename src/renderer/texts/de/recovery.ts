import type { RecoveryTexts } from '../en/recovery.ts'

export const recovery: RecoveryTexts = {
  title: 'Wiederherstellung',
  steps: {
    words: 'Die 24 Wörter',
    next: 'Neues Hauptpasswort',
    again: 'Noch einmal tippen',
    phrase: 'Neue 24 Wörter'
  },
  heading: 'Mit den Wiederherstellungswörtern öffnen',
  lead: 'Tippen Sie die 24 Wörter vom Blatt. Groß oder klein, Nummern und Zeilen sind gleich.',
  words: 'Die 24 Wörter',
  counted: (count) => `${count} von 24 Wörtern`,
  nextHeading: 'Ein neues Hauptpasswort wählen',
  nextLead: 'Es tritt an die Stelle des vergessenen.',
  unlock: 'Tresor öffnen',
  unlocking: 'Der Tresor wird geöffnet und mit dem neuen Schlüssel versiegelt',
  older: (when) =>
    `Diese Datei ist älter als der Stand, den dieser Computer zuletzt gesehen hat: Änderungen seit ${when} fehlen. Legen Sie die neuere an ihre Stelle, wenn es sie noch gibt, oder tippen Sie das Passwort noch einmal, um mit dieser weiterzumachen und sie aufzugeben.`,
  sheetHeading: 'Schreiben Sie den Weg zurück auf',
  sheetLead:
    'Diese 24 Wörter öffnen den Tresor, wenn das Hauptpasswort vergessen ist. Papier in einer Schublade ist richtig, ein Foto oder eine Notiz auf dem Telefon nicht.',
  newSheetLead:
    'Die alten Wörter öffnen diesen Tresor nicht mehr, diese schon. Papier in einer Schublade ist richtig, ein Foto nicht.',
  print: 'Blatt drucken …',
  savePdf: 'Als PDF speichern …',
  savedPdf: 'Das Blatt ist gesichert. Drucken Sie es und löschen Sie die Datei: wer sie findet, hat die Wörter.',
  hide: 'Wörter verdecken',
  show: 'Wörter zeigen',
  noCopy: 'Mit Absicht ohne Kopieren.',
  proveHeading: 'Dann zeigen, dass das Blatt stimmt',
  proveLead: 'Tippen Sie drei der Wörter vom Blatt. Die Wörter oben sind solange verdeckt.',
  word: (number) => `Wort ${number}`,
  wrongWord: 'Nicht dieses Wort',
  toGo: (count) => (count === 1 ? 'Noch ein Wort' : `Noch ${count} Wörter`),
  proved: 'Das Blatt stimmt',
  printed: {
    qr: 'Die 24 Wörter als QR-Code',
    title: (vault) => `Wiederherstellungswörter für „${vault}“`,
    madeOn: (date) => `Am ${date} von Coffer gemacht`,
    text: 'Wer dieses Blatt und die Tresordatei hat, kann den Tresor öffnen. Bewahren Sie es dort auf, wo niemand beides findet.',
    use: 'So geht es: beim Entsperren „Wiederherstellungswörter benutzen“ wählen und die 24 Wörter tippen.'
  }
}
