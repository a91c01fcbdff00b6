import { ACT_LABELS } from '../../../shared/journal-words.ts'
import type { JournalGroup, JournalPolicy } from '../../../shared/journal-views.ts'

const groups: Readonly<Record<JournalGroup | 'all', string>> = {
  all: 'Everything',
  opened: 'Opened',
  out: 'Taken out',
  keys: 'Keys and settings',
  vault: 'Whole vault'
}

const policies: Readonly<Record<JournalPolicy, string>> = {
  infrastructure: 'Infrastructure secrets',
  all: 'All items',
  none: 'No items'
}

export const journal = {
  title: 'Access journal',
  short: 'Journal',
  lead: 'What was done with the secrets of this vault, on all of its devices. Never a value.',
  notKept: 'This vault cannot be written here, so what is done now is not noted.',
  acts: ACT_LABELS,
  groups,
  policies,
  filters: 'Filters',
  search: 'Item',
  searchHint: 'Search titles',
  group: 'What',
  device: 'Device',
  anyDevice: 'Any device',
  unnamed: (id: string) => `Device ${id}`,
  time: 'When',
  anyTime: 'Any time',
  lastDays: (days: number) => (days === 1 ? 'Last 24 hours' : `Last ${days} days`),
  lastYear: 'Last 12 months',
  count: (count: number) => (count === 1 ? '1 entry' : `${count} entries`),
  window: 'Window',
  gone: 'An item that is gone',
  vaultItself: 'The vault',
  items: (count: number) => (count === 1 ? '1 item' : `${count} items`),
  openOf: (title: string) => `Open ${title}`,
  nothing: 'Nothing noted yet',
  nothingText: 'Reveal or copy a secret of a server, a database or a key, and it says here who, when and where.',
  noMatch: 'No entry fits these filters',
  clearFilters: 'Show everything',
  save: 'Save as CSV…',
  saveTitle: 'Save the journal as a table?',
  saveText:
    'The file is not encrypted: whoever reads it learns the titles of your items, the names of your devices, and when you used what. It holds what the filters show now, and no values.',
  saveAction: 'Save in the clear…',
  saved: (name: string) => `The journal is in ${name}`,
  line: 'Opened',
  lastOpened: (when: string, device: string) => `Last ${when}, on ${device}`,
  times: (count: number) => (count === 1 ? 'once' : `${count} times`),
  never: 'Not since it is noted',
  ofItem: (title: string) => `Access to ${title}`,
  setting: {
    title: 'Access journal',
    name: 'Note who opened what',
    why: 'For this vault, on all of its devices: when a secret was revealed, copied, read by a command or taken out, and where. Servers, databases, API credentials, SSH keys and certificates, because others depend on them and ask. Exports, backups and changes of the keys are always noted.'
  }
}

export type JournalTexts = typeof journal
