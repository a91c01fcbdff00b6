export const saving = {
  unsaved: (count: number) =>
    count === 1 ? 'One change is not on the disk yet. ' : `${count} changes are not on the disk yet. `,
  unsavedText: 'Kept here until then: saved again or written elsewhere, nothing is lost.',
  unsavedFiles: (count: number): string =>
    count === 1
      ? 'Leave the file that is to be attached where it is: it is read again from there.'
      : 'Leave the files that are to be attached where they are: they are read again from there.',
  attaching: 'Attaching what was not saved',
  retry: 'Retry',
  elsewhere: 'Save a copy elsewhere…',
  copied: (name: string, items: number) =>
    `${name} holds everything, also what is not saved here: ${items === 1 ? '1 item' : `${items} items`}, read back and verified`,
  copying: 'Writing the copy and reading it back',
  savedAgain: 'Everything is saved',
  foldedIn: 'Another program changed the vault file. Its changes and yours are both here.',
  trouble: {
    NOT_FOUND:
      'The vault file is no longer at its place. Put it back, or bring back its disk; until then nothing can be saved.',
    REKEYED_ELSEWHERE:
      'The master password of this vault was changed elsewhere, and the new file is at its place. Lock and unlock with the new password; what is not saved yet is kept in a copy.',
    FILE_CHANGED_ON_DISK: 'Another vault stands at the place of this one. Nothing is saved over it.',
    other: 'What stands at the place of the vault file cannot be read. Nothing is saved over it.'
  }
}

export type SavingTexts = typeof saving
