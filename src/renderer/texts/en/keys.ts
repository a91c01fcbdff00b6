export const keys = {
  title: 'Keys',
  everywhere: 'Everywhere',
  item: 'The selected item',
  search: 'In the search',
  command: {
    search: 'Search',
    new: 'New item',
    edit: 'Edit',
    save: 'Save',
    duplicate: 'Duplicate',
    trash: 'Move to trash',
    copyUsername: 'Copy username',
    copyPassword: 'Copy password',
    copyCode: 'Copy one-time code',
    copyUrl: 'Copy web address',
    openUrl: 'Open web address',
    generator: 'Generator',
    reroll: 'Re-roll',
    openCopy: 'Open another copy…',
    timeMachine: 'Time machine',
    palette: 'Command palette',
    lock: 'Lock',
    settings: 'Settings',
    keys: 'Keys',
    undo: 'Undo',
    redo: 'Redo',
    import: 'Import',
    export: 'Export',
    share: 'Share'
  },
  quit: 'Quit',
  arrows: 'Move in the list',
  enter: 'Copy the password',
  escape: 'Clear the search, then let go of the item',
  typing: 'Typing anywhere searches.'
}

export type KeysTexts = typeof keys
