import { number } from './number.ts'

export const list = {
  items: 'Items',
  search: (items: number) => (items === 0 ? 'Search' : items === 1 ? 'Search 1 item' : `Search ${number(items)} items`),
  searchName: 'Search',
  newItem: 'New item',
  sortBy: (name: string) => `Sorted by ${name}`,
  sort: { title: 'Title', changed: 'Changed', created: 'Created' },
  ascending: 'Ascending',
  descending: 'Descending',
  found: (items: number) => (items === 1 ? '1 item' : `${number(items)} items`),
  favorite: 'favourite',
  copyUsername: 'Copy username',
  copyPassword: 'Copy password',
  copyCode: 'Copy one-time code',
  empty: {
    vault: 'Items appear here.',
    filter: 'Nothing here yet.',
    favorites: 'A star in an item puts it here.',
    trash: 'The trash is empty.',
    trashText: 'What you trash stays here for 30 days, unless you purge it before.',
    search: (text: string) => `Nothing for “${text}”`,
    searchTrash: 'Search the trash',
    searchAll: 'Search all items',
    create: (text: string) => `Create “${text}”`
  },
  start: {
    title: 'An empty coffer',
    text: 'The vault is open and saved. Put the first thing in it.',
    login: 'New login',
    loginText: 'A site, a username, a password',
    note: 'New secure note',
    noteText: 'A text that only you read',
    import: 'Import',
    importText: 'From a browser or another password manager',
    generator: 'Open generator',
    generatorText: 'Six words or twenty characters'
  }
}

export type ListTexts = typeof list
