import type { MenuCommand } from '../../../shared/events.ts'
import { SHORTCUTS } from './shortcuts.ts'

export type KeyStroke = {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

export type KeyPlace = {
  /** The caret is in a field, so that keys which edit text belong to the field. */
  readonly typing: boolean
  /** Something is selected that Ctrl+C would copy by itself. */
  readonly textSelected: boolean
}

const MORE_KEYS: readonly (readonly [string, MenuCommand])[] = [
  ['Ctrl+P', 'copyPassword'],
  ['Ctrl+Y', 'redo'],
  ['?', 'keys'],
  ['Delete', 'trash']
]

const BY_KEYS: ReadonlyMap<string, MenuCommand> = new Map([
  ...Object.entries(SHORTCUTS).map(([command, keys]) => [keys, command as MenuCommand] as const),
  ...MORE_KEYS
])

const TEXT_EDITING: ReadonlySet<MenuCommand> = new Set(['undo', 'redo', 'trash'])

/** The command of a key press, or null where the key belongs to the field or to the selection. */
export function commandOfKey(stroke: KeyStroke, { typing, textSelected }: KeyPlace): MenuCommand | null {
  if (stroke.altKey) return null
  const keys = keysOf(stroke)
  const command = BY_KEYS.get(keys) ?? null
  if (command === null) return null
  if (typing && (keys === '?' || TEXT_EDITING.has(command))) return null
  return keys === 'Ctrl+C' && textSelected ? null : command
}

function keysOf({ key, ctrlKey, metaKey, shiftKey }: KeyStroke): string {
  const held = ctrlKey || metaKey
  // Shift is part of what `?` is on most layouts; with Ctrl it is a key of its own.
  if (!held) return key
  return `Ctrl+${shiftKey ? 'Shift+' : ''}${key.length === 1 ? key.toUpperCase() : key}`
}
