import type { ListTexts } from '../en/list.ts'
import { number } from './number.ts'

export const list: ListTexts = {
  items: 'Einträge',
  search: (items) =>
    items === 0 ? 'Suchen' : items === 1 ? '1 Eintrag durchsuchen' : `${number(items)} Einträge durchsuchen`,
  searchName: 'Suchen',
  newItem: 'Neuer Eintrag',
  sortBy: (name) => `Sortiert nach ${name}`,
  sort: { title: 'Titel', changed: 'Geändert', created: 'Angelegt' },
  ascending: 'Aufsteigend',
  descending: 'Absteigend',
  found: (items) => (items === 1 ? '1 Eintrag' : `${number(items)} Einträge`),
  favorite: 'Favorit',
  copyUsername: 'Benutzernamen kopieren',
  copyPassword: 'Passwort kopieren',
  copyCode: 'Einmalcode kopieren',
  empty: {
    vault: 'Hier erscheinen Ihre Einträge.',
    filter: 'Hier ist noch nichts.',
    favorites: 'Ein Stern im Eintrag bringt ihn hierher.',
    trash: 'Der Papierkorb ist leer.',
    trashText: 'Was Sie wegwerfen, bleibt 30 Tage hier, wenn Sie es nicht vorher endgültig löschen.',
    search: (text) => `Nichts zu „${text}“`,
    searchTrash: 'Im Papierkorb suchen',
    searchAll: 'In allen Einträgen suchen',
    create: (text) => `„${text}“ anlegen`
  },
  start: {
    title: 'Ein leerer Tresor',
    text: 'Der Tresor ist offen und gespeichert. Legen Sie das Erste hinein.',
    login: 'Neuer Login',
    loginText: 'Eine Website, ein Benutzername, ein Passwort',
    note: 'Neue sichere Notiz',
    noteText: 'Ein Text, den nur Sie lesen',
    import: 'Importieren',
    importText: 'Aus einem Browser oder einem anderen Passwortmanager',
    generator: 'Generator öffnen',
    generatorText: 'Sechs Wörter oder zwanzig Zeichen'
  }
}
