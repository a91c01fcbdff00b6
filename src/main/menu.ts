import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../shared/events.ts'
import type { MainTexts } from './texts/en.ts'

type Item = MenuItemConstructorOptions
type Run = (command: MenuCommand) => void
type Labels = MainTexts['menu']

const SEPARATOR: Item = { type: 'separator' }

/**
 * The menu bar: every command with its key. The page takes these keys first and stops them where it used them, so a key
 * does one thing once. Keys that edit text are only shown here: in a field they belong to the field, and the page alone
 * knows whether the caret is in one.
 */
export function menuTemplate(labels: Labels, run: Run, platform: string = process.platform): Item[] {
  const command = (id: MenuCommand, label: string, accelerator: string): Item => ({
    id,
    label,
    accelerator,
    click: () => run(id)
  })
  const shown = (id: MenuCommand, label: string, accelerator: string): Item => ({
    ...command(id, label, accelerator),
    registerAccelerator: false
  })
  const bar: Item[] = [
    { label: labels.file, submenu: fileMenu(labels, command) },
    { label: labels.edit, submenu: editMenu(labels, command, shown) },
    { label: labels.item, submenu: itemMenu(labels, command, shown) },
    { label: labels.view, submenu: viewMenu(labels) },
    { label: labels.help, submenu: [command('keys', labels.keys, 'F1')] }
  ]
  return platform === 'darwin' ? [{ role: 'appMenu' }, ...bar] : bar
}

type Make = (id: MenuCommand, label: string, accelerator: string) => Item

function fileMenu(labels: Labels, command: Make): Item[] {
  return [
    command('new', labels.newItem, 'CmdOrCtrl+N'),
    command('save', labels.save, 'CmdOrCtrl+S'),
    SEPARATOR,
    command('import', labels.import, 'CmdOrCtrl+I'),
    command('export', labels.export, 'CmdOrCtrl+Shift+E'),
    SEPARATOR,
    command('generator', labels.generator, 'CmdOrCtrl+G'),
    command('reroll', labels.reroll, 'CmdOrCtrl+R'),
    SEPARATOR,
    command('openCopy', labels.openCopy, 'CmdOrCtrl+Shift+O'),
    command('timeMachine', labels.timeMachine, 'CmdOrCtrl+Shift+H'),
    SEPARATOR,
    command('settings', labels.settings, 'CmdOrCtrl+,'),
    SEPARATOR,
    command('lock', labels.lock, 'CmdOrCtrl+L'),
    { role: 'quit', label: labels.quit, accelerator: 'CmdOrCtrl+Q' }
  ]
}

function editMenu(labels: Labels, command: Make, shown: Make): Item[] {
  return [
    shown('undo', labels.undo, 'CmdOrCtrl+Z'),
    shown('redo', labels.redo, 'CmdOrCtrl+Shift+Z'),
    SEPARATOR,
    { role: 'cut', label: labels.cut },
    { role: 'copy', label: labels.copy },
    { role: 'paste', label: labels.paste },
    { role: 'selectAll', label: labels.selectAll },
    SEPARATOR,
    command('search', labels.search, 'CmdOrCtrl+F'),
    command('palette', labels.palette, 'CmdOrCtrl+K')
  ]
}

function itemMenu(labels: Labels, command: Make, shown: Make): Item[] {
  return [
    command('edit', labels.editItem, 'CmdOrCtrl+E'),
    command('duplicate', labels.duplicate, 'CmdOrCtrl+D'),
    command('share', labels.share, 'CmdOrCtrl+Shift+S'),
    shown('trash', labels.trash, 'Delete'),
    SEPARATOR,
    command('copyUsername', labels.copyUsername, 'CmdOrCtrl+B'),
    command('copyPassword', labels.copyPassword, 'CmdOrCtrl+P'),
    command('copyCode', labels.copyCode, 'CmdOrCtrl+T'),
    SEPARATOR,
    command('copyUrl', labels.copyUrl, 'CmdOrCtrl+U'),
    command('openUrl', labels.openUrl, 'CmdOrCtrl+Shift+U')
  ]
}

function viewMenu(labels: Labels): Item[] {
  return [
    { role: 'zoomIn', label: labels.zoomIn },
    { role: 'zoomOut', label: labels.zoomOut },
    { role: 'resetZoom', label: labels.zoomReset },
    SEPARATOR,
    { role: 'togglefullscreen', label: labels.fullScreen }
  ]
}
