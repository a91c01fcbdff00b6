/** A title that is set off, and the rest of the sentence. */
type Said = readonly [title: string, rest: string]

export const shell = {
  vault: 'Vault',
  allItems: 'All items',
  favorites: 'Favourites',
  types: 'Types',
  tags: 'Tags',
  generator: 'Generator',
  backups: 'Backups',
  trash: 'Trash',
  settings: 'Settings',
  lock: 'Lock',
  openOther: 'Open another vault…',
  newVault: 'New vault…',
  switchVault: (name: string) => `Vault ${name}: switch`,
  openTag: (tag: string) => `Show what is in ${tag}`,
  closeTag: (tag: string) => `Hide what is in ${tag}`,
  showSidebar: 'Show the sidebar',
  backToList: 'Back to the list',
  retry: 'Retry',
  clearNow: 'Clear now',
  undo: 'Undo',
  copied: (title: string, what: string): Said => [title, `: ${what} copied, clears in `],
  untitled: 'Untitled',
  what: {
    username: 'username',
    password: 'password',
    code: 'one-time code',
    url: 'web address'
  },
  nothingToCopy: {
    username: 'This item has no username.',
    password: 'This item has no password.',
    code: 'This item has no one-time code.',
    url: 'This item has no web address.'
  },
  trashed: (title: string): Said => [title, ' is in the trash'],
  restored: (title: string): Said => [title, ' is back from the trash'],
  duplicated: (title: string): Said => [title, ' is a copy of its own'],
  purged: (title: string): Said => [title, ' is purged'],
  purge: {
    title: (title: string) => `Purge “${title}”?`,
    text: 'It leaves the trash and its history for good. Backups made before now still hold it.',
    action: (title: string) => `Purge “${title}”`,
    short: 'Purge'
  },
  lockSoon: (seconds: number) => `Locks in ${seconds} s`,
  stay: 'Any key keeps it open.',
  draftBack: 'What you were writing is back.'
}

export type ShellTexts = typeof shell
