export const damaged = {
  heading: 'This file is damaged',
  unreadable: 'cannot be read to its end.',
  unreadableAt: (offset: string) => `cannot be read at byte ${offset}.`,
  untouched: 'Nothing has been changed in the file, and it is closed to writing.',
  backups: 'Verified backups',
  noBackups: 'No verified backup was found beside this file. An exported one can still be opened.',
  restore: 'Restore…',
  otherBackup: 'Another backup file…',
  salvageHeading: 'Or salvage what can be read',
  salvageText:
    'Writes a new file with everything that authenticates, and counts what is lost. The damaged file stays as it is.',
  salvage: 'Salvage…',
  salvageTitle: 'Salvage what can be read',
  salvageAsk: 'The master password of the damaged vault opens what is left of it.',
  salvaging: 'Reading what is left',
  salvaged: (items: number) => (items === 1 ? 'One item was salvaged' : `${items} items were salvaged`),
  nothingLost: 'Nothing that the file still held was lost.',
  lost: (frames: number, bytes: string) =>
    frames === 1 ? `One part of the file is lost (${bytes}).` : `${frames} parts of the file are lost (${bytes}).`,
  unread: (bytes: string) =>
    `The last ${bytes} of the file were not looked through: they begin with more zeros than any vault holds.`,
  missingSince: (when: string) =>
    `It is older than the vault last seen on this computer: changes since ${when} are not in it.`,
  writtenTo: (name: string, folder: string) => `Written to ${name} in ${folder}.`,
  openSalvaged: 'Open the salvaged vault',
  back: 'Back to unlock'
}

export type DamagedTexts = typeof damaged
