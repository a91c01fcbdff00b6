export const settings = {
  title: 'Settings',
  search: 'Search settings',
  sections: 'Sections',
  nothing: (text: string) => `No setting matches “${text}”`,
  notSaved: 'The setting could not be saved.',
  back: 'Back to the settings',
  locking: {
    title: 'Locking',
    idle: 'Lock when idle',
    idleWhy:
      'Ten minutes: long enough to read a page, short enough for a coffee. Counts idle time of the whole computer.',
    minutes: (count: number) => (count === 1 ? '1 minute' : `${count} minutes`),
    never: 'Never',
    always: 'Lock when the screen locks or the computer sleeps',
    alwaysWhy:
      'Always on: whoever wakes the computer finds the vault locked. A quiet line says so 30 seconds before an idle lock.',
    on: 'Always on'
  },
  clipboard: {
    title: 'Clipboard',
    clear: 'Clear a copied secret after',
    clearWhy: 'Only if it is still the one you copied. Also cleared on lock and on quit.',
    seconds: (count: number) => `${count} seconds`,
    history: 'Hide from clipboard history',
    historyWhy: 'Always on: asks the system to keep copies out of its history and off other devices.'
  },
  password: {
    title: 'Master password',
    change: 'Change master password',
    changeWhy: 'Gives the vault a new key. The recovery phrase is made anew, or kept by typing it.',
    action: 'Change…',
    cost: 'Cost of one guess',
    costWhy: (kdf: string) => `Argon2id, ${kdf}. Each guess of a thief costs as much as an unlock costs here.`
  },
  backups: {
    title: 'Backups',
    automatic: 'Automatic backups',
    automaticWhy:
      'Made and verified by themselves, in a folder beside the vault: the newest 10, one a day for 14 days, one a week for 8 weeks.',
    action: 'Show backups'
  },
  look: {
    title: 'Look',
    theme: 'Theme',
    themeWhy: 'As the system says, unless you know better.',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    density: 'Density',
    densityWhy: 'Compact shows half as many rows again.',
    densities: { comfortable: 'Comfortable', compact: 'Compact' }
  },
  language: {
    title: 'Language',
    language: 'Language',
    languageWhy: 'Of this window and of the menus. Word lists are chosen in the generator.',
    languages: { system: 'System', en: 'English', de: 'Deutsch' }
  },
  network: {
    title: 'Network'
  },
  compact: {
    name: 'Compact the vault file',
    why: 'Writes it anew without what it has outlived; items and their history stay. It happens by itself when the file has doubled.',
    action: 'Compact now',
    done: (before: string, after: string) => `Compacted from ${before} to ${after}`
  },
  about: {
    title: 'About',
    coffer: 'Coffer',
    cofferWhy: 'A password manager that is one file on your computer. Open source, MIT licence.',
    vault: 'This vault',
    formatWhy: 'The file format is described byte by byte in docs/FORMAT.md, so that others can read it too.'
  }
}

export type SettingsTexts = typeof settings
