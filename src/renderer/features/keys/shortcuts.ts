import type { MenuCommand } from '../../../shared/events.ts'

/** One table for what keys do, what menus and buttons show, and the list under F1. */
export const SHORTCUTS: Readonly<Record<MenuCommand, string>> = {
  search: 'Ctrl+F',
  new: 'Ctrl+N',
  edit: 'Ctrl+E',
  save: 'Ctrl+S',
  duplicate: 'Ctrl+D',
  trash: 'Del',
  copyUsername: 'Ctrl+B',
  copyPassword: 'Ctrl+C',
  copyCode: 'Ctrl+T',
  copyUrl: 'Ctrl+U',
  openUrl: 'Ctrl+Shift+U',
  generator: 'Ctrl+G',
  reroll: 'Ctrl+R',
  openCopy: 'Ctrl+Shift+O',
  timeMachine: 'Ctrl+Shift+H',
  palette: 'Ctrl+K',
  lock: 'Ctrl+L',
  settings: 'Ctrl+,',
  keys: 'F1',
  undo: 'Ctrl+Z',
  redo: 'Ctrl+Shift+Z',
  import: 'Ctrl+I',
  export: 'Ctrl+Shift+E',
  share: 'Ctrl+Shift+S'
}
