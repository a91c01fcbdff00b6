import type { OwnTypesTexts } from '../en/own-types.ts'

export const ownTypes: OwnTypesTexts = {
  make: 'Eigenen Typ daraus machen …',
  makeTitle: 'Ein eigener Typ',
  makeText: 'Neue Einträge davon haben die Felder von diesem, leer.',
  name: 'Name des Typs',
  create: 'Typ anlegen',
  made: (name) => [name, ' steht im Menü für neue Einträge'],
  rename: 'Typ umbenennen …',
  renameTitle: 'Typ umbenennen',
  save: 'Umbenennen',
  unoffer: 'Keine neuen Einträge dieses Typs mehr'
}
