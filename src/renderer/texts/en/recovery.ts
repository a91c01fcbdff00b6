export const recovery = {
  title: 'Recovery',
  steps: {
    words: 'Recovery phrase',
    next: 'New master password',
    again: 'Type it again',
    phrase: 'New recovery phrase'
  },
  heading: 'Open it with the recovery phrase',
  lead: 'Type the 24 words of the sheet. Case, numbers and line breaks do not matter.',
  words: 'The 24 words',
  counted: (count: number) => (count === 1 ? '1 of 24 words' : `${count} of 24 words`),
  nextHeading: 'Choose a new master password',
  nextLead: 'It takes the place of the one that is forgotten.',
  unlock: 'Open the vault',
  unlocking: 'Opening the vault and sealing it with the new key',
  older: (when: string) =>
    `This file is older than the vault last seen on this computer: changes since ${when} are missing. Put the newer file in its place if it is anywhere, or type the password once more to go on from this one and give them up.`,
  sheetHeading: 'Write down the way back',
  sheetLead:
    'These 24 words open the vault if the master password is forgotten. Paper in a drawer is right; a photo or a note on a phone is not.',
  newSheetLead: 'The old words no longer open this vault; these do. Paper in a drawer is right; a photo is not.',
  print: 'Print the sheet…',
  savePdf: 'Save as PDF…',
  savedPdf: 'The sheet is saved. Print it, then delete the file: whoever finds it has the words.',
  hide: 'Hide the words',
  show: 'Show the words',
  noCopy: 'No copy button, on purpose.',
  proveHeading: 'Then show that the sheet is right',
  proveLead: 'Type three of the words from it. The words above hide while you do.',
  word: (number: number) => `Word ${number}`,
  wrongWord: 'Not this word',
  toGo: (count: number) => (count === 1 ? 'One word to go' : `${count} words to go`),
  proved: 'The sheet is right',
  printed: {
    qr: 'The 24 words as a QR code',
    title: (vault: string) => `Recovery phrase for “${vault}”`,
    madeOn: (date: string) => `Made on ${date} by Coffer`,
    text: 'Whoever holds this sheet and the vault file can open the vault. Keep it where nobody finds both.',
    use: 'To use it: on the unlock screen choose “Use the recovery phrase” and type the 24 words.'
  }
}

export type RecoveryTexts = typeof recovery
