import type { JournalAct } from './journal-views.ts'

/** What was done, in English: the window and the command line say the same. */
export const ACT_LABELS: Readonly<Record<JournalAct, string>> = {
  revealed: 'Revealed',
  copied: 'Copied',
  read: 'Read',
  saved: 'File saved',
  shared: 'Shared',
  purged: 'Purged',
  exported: 'Exported',
  backup: 'Backup exported',
  printed: 'Sheet printed',
  password: 'Master password changed',
  phrase: 'New recovery phrase',
  cost: 'Cost of a guess raised',
  deviceKey: 'Device key added',
  noDeviceKey: 'Device key removed',
  recovered: 'Opened with the recovery phrase',
  restored: 'Restored from a backup',
  policy: 'Journal setting changed',
  import: 'Imported',
  merge: 'Merged with a copy',
  trash: 'Old trash emptied',
  other: 'Something newer than this version'
}
