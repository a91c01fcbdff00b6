import { isObject, type Json } from './json.ts'
import type { Stamp } from './stamp.ts'

/** What a property was set to, and when. */
export type Version = { readonly at: Stamp; readonly value: Json }

/** How many superseded versions of a value, a title or a URL are kept. */
export const HISTORY_LENGTH = 20

const LISTED = new Set(['type', 'title', 'subtitle', 'favorite', 'createdAt', 'trashedAt', 'due', 'purged'])

const LISTED_PREFIXES = ['tag:', 'url:', 'check:']

/** Whether the list needs it: such a property travels in columns and is there as soon as the vault is open. */
export function isListProperty(name: string): boolean {
  return LISTED.has(name) || LISTED_PREFIXES.some((prefix) => name.startsWith(prefix))
}

const LEADING = new Set(['type', 'title', 'favorite', 'trashedAt', 'due', 'purged'])

/** Whether ordering, filtering and counting need it: of a listed property, these are never sealed at opening. */
export function isLeadProperty(name: string): boolean {
  return LEADING.has(name) || name.startsWith('tag:')
}

/** Whether superseded versions stay as history. */
export function keepsHistory(name: string): boolean {
  return name.startsWith('value:') || name.startsWith('url:') || name === 'title'
}

/** Whether the value names an attachment, whose chunks go when it is superseded. */
export function isAttachmentValue(value: Json): boolean {
  return isObject(value) && Object.hasOwn(value, 'attachment')
}
