export const palette = {
  title: 'Command palette',
  placeholder: 'Type a command or an item',
  commands: 'Commands',
  vault: 'Vault',
  items: 'Items',
  nothing: (text: string) => `Nothing for “${text}”`,
  move: 'move',
  run: 'run',
  close: 'close',
  newOf: (type: string) => `New ${type.toLocaleLowerCase('en')}`
}

export type PaletteTexts = typeof palette
