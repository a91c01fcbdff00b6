import { randomBytes } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import * as v from 'valibot'
import { itemId } from '../shared/ids.ts'
import { DEFAULT_SETTINGS, settings } from '../shared/settings.ts'

export const MAX_RECENT = 5
const size = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000))
const position = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000))

/** Nothing secret: this file is as readable as any other of the user's. */
const sections = {
  settings,
  window: v.strictObject({
    width: size,
    height: size,
    at: v.nullable(v.strictObject({ x: position, y: position })),
    maximized: v.boolean()
  }),
  recentVaults: v.pipe(v.array(v.string()), v.maxLength(MAX_RECENT)),
  lastSelected: v.pipe(v.array(v.strictObject({ vault: v.string(), item: itemId })), v.maxLength(MAX_RECENT))
}
export type Stored = { readonly [Name in keyof typeof sections]: v.InferOutput<(typeof sections)[Name]> }

export const DEFAULTS: Stored = {
  settings: DEFAULT_SETTINGS,
  window: { width: 1000, height: 680, at: null, maximized: false },
  recentVaults: [],
  lastSelected: []
}

export type SettingsStore = {
  read(): Stored
  /**
   * What is read changes at once; the promise settles when the disk has it, and rejects when it cannot. What is no
   * change writes nothing, and waits for the writing that goes on.
   */
  change(part: Partial<Stored>): Promise<void>
}

/** A damaged section falls back to its defaults, which are the safe ones; the others keep what they say. */
export async function openSettingsStore(path: string): Promise<SettingsStore> {
  let current = parseStored(await readFile(path, 'utf8').catch(() => '{}'))
  let writing = Promise.resolve()
  let asked = textOf(current)

  async function write(text: string): Promise<void> {
    try {
      await replaceFile(path, text)
    } catch (error) {
      // The same change may come again, and is then to be tried again.
      asked = ''
      throw error
    }
  }

  return {
    read: () => current,
    change(part) {
      current = { ...current, ...part }
      const text = textOf(current)
      if (text === asked) return writing
      asked = text
      // One after the other: the last change is what stays.
      writing = writing.catch(() => {}).then(() => write(text))
      return writing
    }
  }
}

const textOf = (stored: Stored): string => `${JSON.stringify(stored, null, 2)}\n`

export function parseStored(text: string): Stored {
  const json = parseJson(text)
  return {
    settings: section(json, 'settings'),
    window: section(json, 'window'),
    recentVaults: section(json, 'recentVaults'),
    lastSelected: section(json, 'lastSelected')
  }
}

function section<Name extends keyof Stored>(json: object, name: Name): Stored[Name] {
  const value: unknown = Object.getOwnPropertyDescriptor(json, name)?.value
  const parsed = v.safeParse(sections[name], value)
  return parsed.success ? (parsed.output as Stored[Name]) : DEFAULTS[name]
}

function parseJson(text: string): object {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null ? json : {}
  } catch {
    return {}
  }
}

/** Old or new, never half: a crash in the middle must not turn auto-lock off or forget where the vaults are. */
async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
