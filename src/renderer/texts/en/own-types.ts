export const ownTypes = {
  make: 'Make a type of it…',
  makeTitle: 'A type of your own',
  makeText: 'New items of it have the fields of this one, empty.',
  name: 'Name of the type',
  create: 'Make the type',
  made: (name: string): readonly [string, string] => [name, ' is in the menu for new items'],
  rename: 'Rename the type…',
  renameTitle: 'Rename the type',
  save: 'Rename',
  unoffer: 'No more new items of this type'
}

export type OwnTypesTexts = typeof ownTypes
