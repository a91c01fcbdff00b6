import { describe, expect, test } from 'vitest'
import { commandOfKey } from './command-of-key.ts'
import { SHORTCUTS } from './shortcuts.ts'

const stroke = (keys: string) => {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  return {
    key: key === 'Del' ? 'Delete' : key.length === 1 && !parts.includes('Shift') ? key.toLowerCase() : key,
    ctrlKey: parts.includes('Ctrl'),
    metaKey: false,
    shiftKey: parts.includes('Shift'),
    altKey: false
  }
}
const nowhere = { typing: false, textSelected: false }
const inField = { typing: true, textSelected: false }

describe('a key press', () => {
  test('runs the command that the list of keys names, for every command', () => {
    for (const [command, keys] of Object.entries(SHORTCUTS)) expect(commandOfKey(stroke(keys), nowhere)).toBe(command)
  })

  test('Ctrl+C leaves a selected text to be copied, and copies the password without one', () => {
    expect(commandOfKey(stroke('Ctrl+C'), { typing: false, textSelected: true })).toBeNull()
    expect(commandOfKey(stroke('Ctrl+C'), inField)).toBe('copyPassword')
    expect(commandOfKey(stroke('Ctrl+P'), { typing: false, textSelected: true })).toBe('copyPassword')
  })

  test('keys that edit text stay with the field one types in', () => {
    for (const keys of ['Ctrl+Z', 'Ctrl+Shift+Z', 'Ctrl+Y', 'Del', '?'])
      expect(commandOfKey(stroke(keys), inField)).toBeNull()
  })

  test('a letter alone is no command, nor is a key with Alt', () => {
    expect(commandOfKey(stroke('l'), nowhere)).toBeNull()
    expect(commandOfKey({ ...stroke('Ctrl+L'), altKey: true }, nowhere)).toBeNull()
  })
})
