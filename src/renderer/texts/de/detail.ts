import type { DetailTexts } from '../en/detail.ts'

export const detail: DetailTexts = {
  saved: (time) => `Gespeichert ${time}`,
  favorite: 'Favorit',
  more: 'Mehr',
  edit: 'Bearbeiten',
  duplicate: 'Duplizieren',
  moveToTrash: 'In den Papierkorb',
  restore: 'Wiederherstellen',
  purge: 'Endgültig löschen …',
  copy: (label) => `${label} kopieren`,
  open: (host) => `${host} öffnen`,
  largeType: 'Große Schrift',
  showAll: 'Ganz zeigen',
  showLess: 'Weniger zeigen',
  tags: 'Tags',
  empty: 'leer',
  codeUnreadable: 'Dieses Einmalgeheimnis ist nicht lesbar.',
  older: (versions) => (versions === 1 ? '1 ältere Fassung' : `${versions} ältere Fassungen`),
  created: 'Angelegt',
  changed: 'Geändert',
  about: 'Über diesen Eintrag',
  bits: (bits) => `${bits} Bit`,
  choose: 'Wählen Sie einen Eintrag, um ihn hier zu sehen.',
  none: 'Kein Eintrag',
  gone: 'Dieser Eintrag ist nicht mehr im Tresor.'
}
