export const detail = {
  saved: (time: string) => `Saved ${time}`,
  favorite: 'Favourite',
  more: 'More',
  edit: 'Edit',
  duplicate: 'Duplicate',
  moveToTrash: 'Move to trash',
  restore: 'Restore',
  purge: 'Purge…',
  copy: (label: string) => `Copy ${label}`,
  open: (host: string) => `Open ${host}`,
  largeType: 'Large type',
  showAll: 'Show all',
  showLess: 'Show less',
  tags: 'Tags',
  empty: 'empty',
  codeUnreadable: 'This one-time secret cannot be read.',
  older: (versions: number) => (versions === 1 ? '1 older version' : `${versions} older versions`),
  created: 'Created',
  changed: 'Changed',
  about: 'About this item',
  bits: (bits: number) => `${bits} bits`,
  choose: 'Choose an item to see it here.',
  none: 'No item',
  gone: 'This item is no longer in the vault.'
}

export type DetailTexts = typeof detail
