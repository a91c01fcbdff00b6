export const share = {
  action: 'Share…',
  title: (item: string) => `Share ${item}`,
  lead: 'Sealed for one person: as text for a chat or a mail, or as a small file. Older values, tags and marks stay here.',
  what: 'What goes along',
  files: (count: number) => (count === 1 ? '1 file' : `${count} files`),
  nothing: 'Choose at least one field.',
  to: 'Who can open it',
  toKey: 'The holder of a key',
  toPassphrase: 'Whoever knows a passphrase',
  otherKey: 'Another age key (age1…)',
  noPeople: 'You keep no keys of others yet. Paste theirs here; keep it in Settings, under Sharing.',
  passphrase: 'Passphrase',
  passphraseHint: 'Tell it by another way than the item goes: not in the same chat.',
  asText: 'Copy as text',
  asFile: 'Save as file…',
  copied: 'The sealed item is on the clipboard',
  written: (name: string) => `The sealed item is in ${name}`,
  receiveHint: 'They bring it in with Import.',
  keysTitle: 'Keys for sharing',
  mine: 'The key of this vault',
  mineText:
    'Give it to people who want to share with you. It opens nothing: only this vault opens what is sealed to it.',
  copyMine: 'Copy my key',
  mineCopied: 'Your key is on the clipboard',
  words: 'Its words',
  wordsText: 'Read them to each other by voice. The same words: the same key.',
  people: 'Keys of others',
  nobody: 'No keys yet.',
  remove: (name: string) => `Remove ${name}`,
  name: 'Name',
  key: 'Their age key (age1…)',
  keep: 'Keep this key',
  paste: 'Paste what was shared with you',
  settings: {
    title: 'Sharing',
    name: 'Keys for sharing',
    why: 'Your own key for others, and theirs, each with eight words by which you can tell that nobody has put another in its place.',
    action: 'Show keys…'
  }
}

export type ShareTexts = typeof share
