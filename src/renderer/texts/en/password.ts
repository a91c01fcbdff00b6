export const password = {
  modes: 'How to choose it',
  generated: 'Generated words',
  own: 'My own password',
  rerollAll: 'Re-roll all',
  typeRolls: 'Type rolls',
  rollForMe: 'Roll for me',
  rerollWord: (word: string) => `Re-roll ${word}`,
  typeRollsOf: (word: number) => `Type the rolls of word ${word}`,
  rollForMeOf: (word: number) => `Roll word ${word} for me`,
  rolls: (faces: string) => `rolls ${faces}`,
  die: (die: number, word: number) => `Word ${word}, die ${die}`,
  moreRolls: (count: number) => (count === 1 ? 'one more roll' : `${count} more rolls`),
  wordWaits: (word: number, count: number) =>
    count === 1 ? `Word ${word} waits for one roll` : `Word ${word} waits for ${count} rolls`,
  exact: 'exact',
  soFar: (all: string) => `so far, ${all} with every word, exact`,
  newPassword: 'New master password',
  currentPassword: 'Master password now',
  again: 'Type it again',
  estimate: (bits: string) => `about ${bits} bits`,
  isEstimate: 'An estimate: a pattern that only you know counts for less than it seems.',
  tooShort: (least: number, missing: number) =>
    missing === least
      ? `At least ${least} characters`
      : `At least ${least} characters: ${missing === 1 ? 'one' : missing} more to go`,
  change: {
    title: 'Master password',
    heading: 'Change the master password',
    lead: 'The vault gets a new key, and everything in it is sealed anew. Older backups still open with the password of their time.',
    steps: {
      current: 'Current one',
      next: 'New one',
      again: 'Type it again',
      phrase: 'Recovery phrase'
    },
    currentLead: 'To make sure that it is you.',
    wrong: 'That is not the master password of this vault.',
    phraseHeading: 'And the recovery phrase?',
    phraseLead: 'The way back if the master password is forgotten.',
    newPhrase: 'Make a new one',
    newPhraseText: 'You write down 24 new words. The old sheet no longer opens this vault.',
    keepPhrase: 'Keep the one that I have',
    keepPhraseText: 'You type its 24 words once, to show that you have them.',
    oldPhrase: 'The 24 words',
    action: 'Change it',
    changing: 'Sealing the vault with the new key',
    done: 'The master password is changed',
    doneText: 'The next unlock asks for the new one.',
    keptPhrase: 'Your recovery phrase stays the same.'
  }
}

export type PasswordTexts = typeof password
