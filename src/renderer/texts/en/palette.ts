export const palette = {
  title: 'Command palette',
  placeholder: 'Type a command or an item',
  commands: 'Commands',
  vault: 'Vault',
  items: 'Items',
  nothing: (text: string) => `Nothing for “${text}”`,
  move: 'move',
  run: 'run',
  newOf: (type: string) => `New: ${type}`
}

export type PaletteTexts = typeof palette
