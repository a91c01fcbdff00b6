export const firstRun = {
  title: 'New vault',
  note: 'Everything stays in one file on this computer. No account, no server.',
  steps: {
    place: 'Name and place',
    passphrase: 'Master passphrase',
    again: 'Type it again',
    phrase: 'Recovery phrase',
    items: 'First items'
  },
  welcome: 'A vault of your own',
  welcomeLead:
    'One encrypted file holds everything. Name it, and choose where it lives: any folder, also one that is synced.',
  name: 'Name',
  defaultName: 'Personal',
  place: 'Place',
  choosePlace: 'Choose a place…',
  changePlace: 'Change…',
  noPlace: 'No place chosen yet',
  openExisting: 'Open a vault that you have…',
  nobody: 'Nobody can reset this.',
  passphraseHeading: 'Six words open this vault',
  passphraseLead: 'Five dice chose each word. Turn them into a story and say it aloud twice.',
  ownHeading: 'A password of your own opens this vault',
  ownLead: 'It guards everything else. Words chosen by dice are easier to keep and harder to guess.',
  canSay: 'I can say them',
  useOwn: 'Use this password',
  againHeading: 'Type it again',
  againLead: 'From memory, without looking. If it does not come, go back: the words are still there.',
  againMismatch: 'That is not the same. Look again, or choose another.',
  create: 'Create the vault',
  creating: 'Creating the vault and deriving its key',
  itemsHeading: 'The vault is ready',
  itemsLead: (name: string) => `“${name}” is open. What would you like to do first?`,
  backupsNote: 'Coffer makes verified backups by itself, in a folder beside the vault.',
  startEmpty: 'Start empty',
  startEmptyText: 'Add the first login yourself',
  importItems: 'Import',
  importItemsText: 'Bring in what another program exported',
  openGenerator: 'Open the generator',
  openGeneratorText: 'Make a password or a passphrase'
}

export type FirstRunTexts = typeof firstRun
