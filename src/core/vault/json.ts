import { VaultError } from '../errors.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/**
 * An authentic body can still be hostile (another device, a buggy app): these bounds keep its text from exhausting the
 * stack or from meaning two things. docs/FORMAT.md, "Changes".
 */
export const MAX_DEPTH = 8
export const MAX_NAME_LENGTH = 1024
const MAX_NAMES = 10_000

/** One line of a body as a value. VAULT_DAMAGED when it is not JSON, too deep, or holds a number that is not safe. */
export function parseJson(text: string): Json {
  const value = parse(text)
  // Raw surrogates never get through strict UTF-8; an escape is the one way to smuggle a lone one in.
  checkJson(value, 1, text.includes('\\ud'))
  return value
}

/**
 * Whether the text is the only text that its value has. A canonical value can be copied verbatim without keeping its
 * text, and a duplicate name, a float spelled twice or stray white space is caught by the same comparison.
 */
export function isCanonical(text: string, value: Json): boolean {
  return JSON.stringify(value) === text
}

export function isObject(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** Whether the object has exactly these members, in this order (the order is part of the canonical text). */
export function hasMembers(value: { readonly [name: string]: Json }, names: readonly string[]): boolean {
  const own = Object.keys(value)
  return own.length === names.length && own.every((name, index) => name === names[index])
}

/** A total order of values that every language can reproduce: the UTF-8 bytes of their canonical texts. */
export function compareValues(a: Json, b: Json): number {
  if (a === b) return 0
  return compareCodePoints(JSON.stringify(a), JSON.stringify(b))
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    throw new VaultError('VAULT_DAMAGED')
  }
}

function checkJson(value: Json, depth: number, suspicious: boolean): void {
  if (typeof value === 'string') {
    if (suspicious && !isWellFormed(value)) throw new VaultError('VAULT_DAMAGED')
  } else if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new VaultError('VAULT_DAMAGED')
  } else if (typeof value === 'object' && value !== null) {
    if (depth > MAX_DEPTH) throw new VaultError('VAULT_DAMAGED')
    if (isArray(value)) for (const element of value) checkJson(element, depth + 1, suspicious)
    else checkMembers(value, depth, suspicious)
  }
}

function checkMembers(value: { readonly [name: string]: Json }, depth: number, suspicious: boolean): void {
  const members = Object.entries(value)
  if (members.length > MAX_NAMES) throw new VaultError('VAULT_DAMAGED')
  for (const [name, member] of members) {
    if (!isName(name, suspicious)) throw new VaultError('VAULT_DAMAGED')
    checkJson(member, depth + 1, suspicious)
  }
}

// JavaScript moves names of digits to the front of an object, so they could not be copied verbatim.
const DIGITS = /^\d+$/

function isName(name: string, suspicious: boolean): boolean {
  if (name.length === 0 || name.length > MAX_NAME_LENGTH || DIGITS.test(name)) return false
  return !suspicious || isWellFormed(name)
}

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

export function isWellFormed(text: string): boolean {
  return !LONE_SURROGATE.test(text)
}

/** The order of UTF-8 bytes is the order of code points, which UTF-16 units break above U+FFFF. */
function compareCodePoints(a: string, b: string): number {
  const left = Array.from(a)
  const right = Array.from(b)
  const differs = left.findIndex((character, index) => character !== right[index])
  if (differs === -1) return left.length - right.length
  return (left[differs]?.codePointAt(0) ?? -1) - (right[differs]?.codePointAt(0) ?? -1)
}
