type Said = readonly [title: string, rest: string]

/** A new password beside the old one, until the site has taken it. */
export const passwordChange = {
  change: (label: string) => `Change ${label}…`,
  title: (label: string) => `Change ${label}`,
  lead: 'The new one is kept beside the old one. Change it on the site, then say here whether the site took it.',
  how: 'Where the new one comes from',
  made: 'Generated',
  own: 'My own',
  newOne: 'New password',
  use: 'Put it beside the old one',
  newOf: (label: string) => `New ${label.toLocaleLowerCase('en')}`,
  both: 'Both are kept until you say so.',
  old: 'Old, still on the site',
  copy: 'Copy',
  confirm: 'The site took the new one',
  drop: 'Keep the old one',
  begun: (title: string): Said => [title, ' has a new password beside the old one'],
  confirmed: (title: string): Said => [title, ' has its new password'],
  dropped: (title: string): Said => [title, ' keeps its old password. The new one is in the generator']
}

export type PasswordChangeTexts = typeof passwordChange
