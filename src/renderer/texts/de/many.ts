import type { ManyTexts } from '../en/many.ts'
import { number } from './number.ts'

export const many: ManyTexts = {
  items: (count) => `${number(count)} Einträge`,
  chosen: (count) => `${number(count)} Einträge gewählt`,
  hint: 'Strg und Klick nimmt einen dazu, Umschalt und Klick alle dazwischen, Esc lässt los.',
  tags: 'Tags',
  addTag: 'Allen einen Tag geben',
  add: 'Hinzufügen',
  removeTag: (tag) => `${tag} von allen entfernen`,
  favorite: 'Zu Favoriten machen',
  notFavorite: 'Nicht mehr Favoriten',
  favoriteOne: 'Zum Favoriten machen',
  notFavoriteOne: 'Kein Favorit mehr',
  trash: 'In den Papierkorb',
  restore: 'Wiederherstellen',
  purge: 'Endgültig löschen …',
  trashed: (items) => [items, ' liegen im Papierkorb'],
  restored: (items) => [items, ' sind zurück aus dem Papierkorb'],
  purged: (items) => [items, ' sind endgültig gelöscht'],
  tagged: (items) => [items, ': Tags geändert'],
  starred: (items, on) => [items, on ? ': als Favoriten markiert' : ': keine Favoriten mehr'],
  purgeTitle: (items) => `${items} endgültig löschen?`,
  purgeText: 'Sie verlassen den Papierkorb samt Verlauf für immer. Frühere Sicherungen enthalten sie noch.',
  purgeAction: (items) => `${items} löschen`
}
