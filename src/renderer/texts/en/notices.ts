export const notices = {
  tailSetAside: (size: string) =>
    `The last save was cut off when the computer or the app stopped. Everything saved before is here; ${size} that could not be read were set aside.`,
  rolledBack: (when: string) =>
    `This file is older than the vault last seen on this computer: changes since ${when} are missing. It is open for reading only: put the newer file back, or restore a verified backup.`,
  acceptOlder: 'Go on from this older file…',
  acceptTitle: 'Go on from this older file?',
  acceptText: (when: string) =>
    `What was saved since ${when} is not in it and is given up. If the newer file is anywhere, open it as another copy instead: merging keeps both.`,
  accept: 'Go on from it',
  accepting: 'Deriving the key',
  freshnessUnknown: 'This computer cannot tell whether this is the newest state of the vault.',
  tooNew: 'A newer version of Coffer wrote parts of this vault. It is open for reading only.',
  heldByOther: (host: string, pid: number) =>
    `Another program has this vault open (process ${pid} on ${host}). It is open here for reading only.`,
  damageFound: (offset: string) =>
    `A part of the file does not authenticate (at byte ${offset}). What you see is whole; make a backup now, and restore a verified one if something is missing.`
}

export type NoticesTexts = typeof notices
