import { number } from './number.ts'

const items = (count: number) => (count === 1 ? '1 item' : `${number(count)} items`)

/** The trash: how long it keeps what is in it, and emptying it before. */
export const trash = {
  /** Of a row. */
  daysLeft: (days: number) => (days <= 0 ? 'Goes when next opened' : days === 1 ? '1 day left' : `${days} days left`),
  kept: (days: number) => `Kept for ${days} days`,
  empty: 'Empty the trash…',
  inTrash: (since: string, days: number, until: string) =>
    days <= 0
      ? `In the trash since ${since}. It is purged when the vault is opened next.`
      : `In the trash since ${since}. ${days === 1 ? '1 day' : `${days} days`} left, then it is purged (${until}).`,
  emptyTitle: (count: number) => `Empty the trash of ${items(count)}?`,
  emptyText: (count: number, days: number) =>
    `${count === 1 ? 'It leaves' : 'They leave'} the vault for good, with ${count === 1 ? 'its' : 'their'} history: this cannot be undone. Backups made before now still hold ${count === 1 ? 'it' : 'them'}. By itself the trash lets go of each item after ${days} days.`,
  emptyAction: (count: number) => `Purge ${items(count)}`,
  emptied: (count: number): readonly [string, string] => [items(count), count === 1 ? ' is purged' : ' are purged']
}

export type TrashTexts = typeof trash
