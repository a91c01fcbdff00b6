import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { events, type MenuCommand } from '../shared/events.ts'
import { menuTemplate } from './menu.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
const keyOf = (id: string) => flat(menuTemplate(en.menu, () => {}, 'linux')).find((item) => item.id === id)?.accelerator

test('every command of the page has a menu item, which sends it', () => {
  const sent: MenuCommand[] = []
  const items = flat(menuTemplate(en.menu, (command) => void sent.push(command), 'linux'))
  const commands = events['menu.command'].entries.command.options
  for (const command of commands) {
    const click = items.find((item) => item.id === command)?.click as (() => void) | undefined
    click?.()
  }
  expect(sent).toEqual(commands)
})

test('no two items have the same key', () => {
  const keys = flat(menuTemplate(en.menu, () => {}, 'linux')).flatMap(({ accelerator }) => accelerator ?? [])
  expect(new Set(keys).size).toBe(keys.length)
  expect(keyOf('lock')).toBe('CmdOrCtrl+L')
  expect(keyOf('palette')).toBe('CmdOrCtrl+K')
  expect(keyOf('openUrl')).toBe('CmdOrCtrl+Shift+U')
})

test('keys that edit text are shown and not taken', () => {
  const items = flat(menuTemplate(en.menu, () => {}, 'linux'))
  for (const id of ['undo', 'redo', 'trash'])
    expect(items.find((item) => item.id === id)?.registerAccelerator).toBe(false)
})

test('nothing in the menu reloads the page or opens developer tools', () => {
  const roles = flat(menuTemplate(en.menu, () => {}, 'darwin')).map(({ role }) => role)
  for (const role of ['reload', 'forceReload', 'toggleDevTools', 'viewMenu'] as const) expect(roles).not.toContain(role)
})

test('every label is there in German too', () => {
  const labels = (texts: typeof en.menu) =>
    flat(menuTemplate(texts, () => {}, 'linux')).flatMap(({ label }) => label ?? [])
  expect(labels(de.menu)).toHaveLength(labels(en.menu).length)
  expect(labels(de.menu)).toContain('Sperren')
})
