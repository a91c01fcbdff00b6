import type { FirstRunTexts } from '../en/first-run.ts'

export const firstRun: FirstRunTexts = {
  title: 'Neuer Tresor',
  note: 'Alles bleibt in einer Datei auf diesem Computer. Kein Konto, kein Server.',
  steps: {
    place: 'Name und Ort',
    passphrase: 'Hauptpasswort',
    again: 'Noch einmal tippen',
    phrase: 'Wiederherstellung',
    items: 'Erste Einträge'
  },
  welcome: 'Ein eigener Tresor',
  welcomeLead:
    'Eine verschlüsselte Datei enthält alles. Geben Sie ihr einen Namen und einen Ort: einen beliebigen Ordner, auch einen synchronisierten.',
  name: 'Name',
  defaultName: 'Persönlich',
  place: 'Ort',
  choosePlace: 'Ort wählen …',
  changePlace: 'Ändern …',
  noPlace: 'Noch kein Ort gewählt',
  openExisting: 'Vorhandenen Tresor öffnen …',
  nobody: 'Niemand kann es zurücksetzen.',
  passphraseHeading: 'Sechs Wörter öffnen diesen Tresor',
  passphraseLead:
    'Fünf Würfel haben jedes Wort gewählt. Machen Sie eine Geschichte daraus und sagen Sie sie zweimal laut.',
  ownHeading: 'Ein eigenes Passwort öffnet diesen Tresor',
  ownLead: 'Es schützt alles andere. Gewürfelte Wörter sind leichter zu merken und schwerer zu erraten.',
  canSay: 'Ich kann sie auswendig',
  useOwn: 'Dieses Passwort nehmen',
  againHeading: 'Noch einmal tippen',
  againLead: 'Auswendig, ohne hinzusehen. Wenn es nicht gelingt: zurück, die Wörter sind noch da.',
  againMismatch: 'Das ist nicht dasselbe. Sehen Sie noch einmal nach, oder wählen Sie ein anderes.',
  create: 'Tresor anlegen',
  creating: 'Der Tresor wird angelegt und sein Schlüssel abgeleitet',
  itemsHeading: 'Der Tresor ist bereit',
  itemsLead: (name) => `„${name}“ ist offen. Womit möchten Sie anfangen?`,
  backupsNote: 'Coffer macht von selbst geprüfte Sicherungen, in einem Ordner neben dem Tresor.',
  startEmpty: 'Leer anfangen',
  startEmptyText: 'Den ersten Zugang selbst eintragen',
  importItems: 'Importieren',
  importItemsText: 'Hereinholen, was ein anderes Programm exportiert hat',
  openGenerator: 'Generator öffnen',
  openGeneratorText: 'Ein Passwort oder eine Passphrase machen'
}
