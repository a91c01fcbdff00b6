export const timeMachine = {
  title: 'Time machine',
  backups: (count: number) => (count === 1 ? '1 backup' : `${count} backups`),
  allVerified: (count: number) => (count === 1 ? '1 backup, verified' : `${count} backups, all verified`),
  openOther: 'Open another backup…',
  today: 'Today',
  week: 'This week',
  twoWeeks: 'Last two weeks',
  older: 'Earlier',
  items: (count: number) => (count === 1 ? '1 item' : `${count} items`),
  none: 'There is no backup yet. The first one comes by itself, or now from the backups page.',
  choose: 'Choose a backup to see what was different then.',
  opening: 'Opening the backup and comparing it',
  readOnly: 'Read-only',
  verified: (when: string) => `Verified ${when}.`,
  summary: (changed: number, fresh: number, trashed: number, gone: number) =>
    [
      changed === 0 ? null : `${changed} changed`,
      fresh === 0 ? null : `${fresh} new since`,
      trashed === 0 ? null : `${trashed} trashed`,
      gone === 0 ? null : `${gone} purged`
    ]
      .filter((part) => part !== null)
      .join(', '),
  compared: (summary: string) => `Compared with now: ${summary}.`,
  same: 'Nothing is different now.',
  differences: 'Differences',
  is: { changed: 'Changed', trashed: 'Trashed', new: 'New', gone: 'Purged' },
  field: 'Field',
  asThen: 'Then',
  asNow: 'Now',
  restoreField: (label: string) => `Restore ${label}`,
  restore: 'Restore',
  restoreItem: 'Restore this item',
  historyKept: 'What is there now moves to its history.',
  comesNew: 'It was purged since: it comes back as a new item.',
  newSince: 'This item did not exist then.',
  restoreAll: 'Restore everything…',
  restoreAllTitle: (when: string) => `Restore everything as of ${when}?`,
  restoreAllText:
    'A backup of now is made first. Then every item becomes as it was; what is new since goes to the trash. It is one step that can be undone.',
  restoreAllAction: 'Restore everything',
  restoring: 'Making a backup of now, then restoring',
  restored: (title: string) => `${title} is as it was`,
  restoredAll: 'Everything is as it was then',
  undo: 'Undo',
  takenBack: 'Undone',
  passwordTitle: 'This backup has another password',
  passwordText:
    'It was made before the master password was changed. Type the one of that time; the backup is only read.',
  open: 'Open it',
  back: 'Back to the backups'
}

export type TimeMachineTexts = typeof timeMachine
