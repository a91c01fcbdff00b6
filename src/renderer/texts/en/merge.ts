const items = (count: number): string => (count === 1 ? '1 item' : `${count} items`)
const fields = (count: number): string => (count === 1 ? '1 field' : `${count} fields`)

export const merge = {
  title: 'Two copies met',
  choose: 'Open another copy…',
  none: 'No copy is open',
  noneText:
    'Another copy of this vault, from a second computer or a sync folder, can be merged into it field by field.',
  found: (name: string) => `Another copy of this vault lies beside it: ${name}.`,
  foundMore: (name: string, more: number) =>
    `Other copies of this vault lie beside it: ${name} and ${more === 1 ? 'one more' : `${more} more`}.`,
  review: 'Review…',
  foundTitle: 'Found beside this vault',
  changedAt: (when: string) => `changed ${when}`,
  opening: 'Reading the copy and comparing it',
  merging: 'Merging',
  passwordTitle: 'This copy has another password',
  passwordText:
    'The master password was changed on one side. Type the one that belongs to the copy; nothing is changed yet.',
  open: 'Open it',
  notNow: 'Not now',
  merge: 'Merge',
  lead: (conflicts: number, together: number) =>
    conflicts === 0
      ? `${together === 0 ? 'The differences go' : `${fields(together)} that differ go`} together without a question. Nothing is lost: older values stay in the history.`
      : `${together === 0 ? '' : `${fields(together)} go together without a question. `}${conflicts === 1 ? 'One field was' : `${conflicts} fields were`} changed on both sides: the later one is taken, the other is kept in the history. Choose differently where you know better.`,
  nothing: 'This copy has nothing that is not here.',
  takesKeys:
    'The master password of the copy was changed later. After merging, that one opens this vault, and the present one no longer does.',
  here: 'This computer',
  there: 'The copy',
  vault: 'The vault itself',
  later: (when: string) => `${when}, later`,
  never: 'not set',
  empty: 'empty',
  yes: 'yes',
  take: (when: string) => `Take the value of ${when}`,
  both: 'Keep both, one below the other',
  reveal: 'Reveal',
  hide: 'Hide',
  own: {
    title: 'Title',
    type: 'Type',
    favorite: 'Favourite',
    trashedAt: 'Trash',
    name: 'Name'
  },
  tag: (name: string) => `Tag ${name}`,
  inTrash: 'in the trash',
  together: 'Goes together by itself',
  added: (count: number) => (count === 1 ? '1 new item' : `${count} new items`),
  changed: (count: number) => (count === 1 ? '1 changed field' : `${count} changed fields`),
  inItems: (count: number) => `in ${items(count)}`,
  fromBoth: (here: number, there: number) => `${here} from here, ${there} from there`,
  fromThere: 'from the copy',
  trashed: (count: number) => `${count} trashed`,
  restorable: 'they can be restored from the trash',
  purged: (count: number) => `${count} purged`,
  kept: (count: number) => `${count} purged on one side and changed on the other`,
  keptAs: 'kept as new items',
  andMore: (count: number) => `and ${count} more`,
  merged: (added: number, changed: number) =>
    `Merged: ${added === 1 ? '1 new item' : `${added} new items`}, ${changed === 1 ? '1 changed' : `${changed} changed`}`,
  undo: 'Undo the merge',
  takenBack: 'The merge is undone'
}

export type MergeTexts = typeof merge
