import { utf8Bytes, utf8Text } from './text.ts'
import { VaultError } from '../errors.ts'
import { type Columns, expandColumns, parseColumns } from './columns.ts'
import { isItemId } from './item-id.ts'
import { hasMembers, isCanonical, isObject, type Json, parseJson } from './json.ts'
import { isStamp, type Stamp } from './stamp.ts'

/** The vault's own properties are changes of this item. */
export const VAULT_ITEM = 'vault'

/**
 * What one save says about one item. A null value is a value: it wins or loses like any other.
 * `set` may hold any name, `__proto__` included: read it with Object.entries, never by assigning to another object.
 */
export type Change = { readonly item: string; readonly at: Stamp; readonly set: Readonly<Record<string, Json>> }

/** A line of a body: one change, or columns that mean one change per row. */
export type Line = { readonly change: Change } | { readonly columns: Columns }

/** The body of a frame of kind 1, 4 or 5: one change a line, each ended by LF. */
export function encodeChanges(changes: Iterable<Change>): Uint8Array {
  let text = ''
  for (const change of changes) text += `${changeLine(change)}\n`
  return utf8Bytes(text)
}

/** The canonical text of one change. BAD_REQUEST when no reader would accept it back. */
export function changeLine(change: Change): string {
  const text = JSON.stringify({ item: change.item, at: change.at, set: change.set })
  if (!isReadable(text)) throw new VaultError('BAD_REQUEST')
  return text
}

/**
 * The lines of a body, in order. VAULT_DAMAGED on anything but canonical lines, except that the text of columns is only
 * compared when asked: it costs a measurable part of opening, and what it would catch means the same to every reader.
 */
export function decodeLines(body: Uint8Array, { checkColumns, later }: DecodeOptions = { checkColumns: true }): Line[] {
  const texts = utf8Text(body).split('\n')
  if (texts.pop() !== '') throw new VaultError('VAULT_DAMAGED')
  const now = later === undefined ? texts : texts.filter((text) => !later(text))
  return now.map((text) => decodeLine(text, checkColumns))
}

/** Whoever takes a line `later` has it read by this when its time has come. VAULT_DAMAGED. */
export function decodeChange(text: string): Change {
  const line = decodeLine(text, true)
  if ('columns' in line) throw new VaultError('VAULT_DAMAGED')
  return line.change
}

type DecodeOptions = {
  readonly checkColumns: boolean
  /** Takes a line away, unread. */
  readonly later?: (text: string) => boolean
}

/** Every change of a body, columns expanded to one change per row. VAULT_DAMAGED on anything malformed. */
export function decodeChanges(body: Uint8Array): Change[] {
  return decodeLines(body).flatMap((line) => ('change' in line ? [line.change] : [...expandColumns(line.columns)]))
}

// {"item":"<36 characters>"
const ITEM_START = '{"item":"'

/**
 * The changes of a details body, of the asked items or of all. Single changes of others are passed over without being
 * parsed: their text is checked when they are asked for, and by the verification in the background.
 */
export function decodeDetails(body: Uint8Array, only?: ReadonlySet<string>): Change[] {
  const texts = utf8Text(body).split('\n')
  if (texts.pop() !== '') throw new VaultError('VAULT_DAMAGED')
  const isAsked = (text: string) =>
    only === undefined ||
    !text.startsWith(ITEM_START) ||
    only.has(text.slice(ITEM_START.length, ITEM_START.length + 36))
  return texts.filter(isAsked).flatMap((text) => detailsOf(decodeLine(text, true), only))
}

function detailsOf(line: Line, only: ReadonlySet<string> | undefined): readonly Change[] {
  if ('columns' in line) return [...expandColumns(line.columns, only)]
  if (line.change.item === VAULT_ITEM) throw new VaultError('VAULT_DAMAGED')
  return [line.change]
}

function decodeLine(text: string, checkColumns: boolean): Line {
  const value = parseJson(text)
  if (!isObject(value)) throw new VaultError('VAULT_DAMAGED')
  const columns = 'items' in value
  if ((!columns || checkColumns) && !isCanonical(text, value)) throw new VaultError('VAULT_DAMAGED')
  return columns ? { columns: parseColumns(value) } : { change: parseChange(value) }
}

function parseChange(value: { readonly [name: string]: Json }): Change {
  if (!hasMembers(value, ['item', 'at', 'set'])) throw new VaultError('VAULT_DAMAGED')
  const { item, at, set } = value as { item: Json; at: Json; set: Json }
  if ((item !== VAULT_ITEM && !isItemId(item)) || !isStamp(at) || !isObject(set)) throw new VaultError('VAULT_DAMAGED')
  return { item, at, set }
}

function isReadable(text: string): boolean {
  try {
    decodeLine(text, true)
    return true
  } catch {
    return false
  }
}
