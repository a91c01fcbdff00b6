export const due = {
  filter: 'Due soon',
  empty: 'Nothing ends or is to be changed within 30 days.',
  expires: (when: string) => `Expires ${when}`,
  expired: (when: string) => `Expired ${when}`,
  rotate: (when: string) => `Change ${when}`,
  rotateNow: 'Rotation due',
  remind: 'Remind before it ends',
  every: (days: string) => `Change every ${days} days`,
  never: 'Never remind to change it',
  everyHint: (days: string) => `every ${days} days`
}

export type DueTexts = typeof due
