import type { TrashTexts } from '../en/trash.ts'
import { number } from './number.ts'

const items = (count: number) => (count === 1 ? '1 Eintrag' : `${number(count)} Einträge`)
const ofItems = (count: number) => (count === 1 ? '1 Eintrag' : `${number(count)} Einträgen`)

export const trash: TrashTexts = {
  daysLeft: (days) => (days <= 0 ? 'Geht beim nächsten Öffnen' : days === 1 ? 'Noch 1 Tag' : `Noch ${days} Tage`),
  kept: (days) => `Bleibt ${days} Tage`,
  empty: 'Papierkorb leeren …',
  inTrash: (since, days, until) =>
    days <= 0
      ? `Im Papierkorb seit ${since}. Wird beim nächsten Öffnen des Tresors endgültig gelöscht.`
      : `Im Papierkorb seit ${since}. Noch ${days === 1 ? '1 Tag' : `${days} Tage`}, am ${until} endgültig gelöscht.`,
  emptyTitle: (count) => `Papierkorb mit ${ofItems(count)} leeren?`,
  emptyText: (count, days) =>
    `${count === 1 ? 'Er verlässt' : 'Sie verlassen'} den Tresor mit allen älteren Werten für immer: Das lässt sich nicht rückgängig machen. Frühere Sicherungen enthalten ${count === 1 ? 'ihn' : 'sie'} noch. Von selbst löscht der Papierkorb jeden Eintrag nach ${days} Tagen.`,
  emptyAction: (count) => `${items(count)} endgültig löschen`,
  emptied: (count) => [items(count), count === 1 ? ' ist endgültig gelöscht' : ' sind endgültig gelöscht']
}
