import { number } from './number.ts'

type Said = readonly [title: string, rest: string]

/** What is said and offered where several items are chosen together. */
export const many = {
  items: (count: number) => `${number(count)} items`,
  chosen: (count: number) => `${number(count)} items chosen`,
  hint: 'Ctrl and a click adds one, Shift and a click takes all in between, Esc lets go.',
  tags: 'Tags',
  addTag: 'Add a tag to all',
  add: 'Add',
  removeTag: (tag: string) => `Take ${tag} off all`,
  favorite: 'Make favourites',
  notFavorite: 'No longer favourites',
  favoriteOne: 'Make a favourite',
  notFavoriteOne: 'No longer a favourite',
  trash: 'Move to trash',
  restore: 'Restore',
  purge: 'Purge…',
  trashed: (items: string): Said => [items, ' are in the trash'],
  restored: (items: string): Said => [items, ' are back from the trash'],
  purged: (items: string): Said => [items, ' are purged'],
  tagged: (items: string): Said => [items, ': tags changed'],
  starred: (items: string, on: boolean): Said => [items, on ? ': marked as favourites' : ': no longer favourites'],
  purgeTitle: (items: string) => `Purge ${items}?`,
  purgeText: 'They leave the trash and their history for good. Backups made before now still hold them.',
  purgeAction: (items: string) => `Purge ${items}`
}

export type ManyTexts = typeof many
