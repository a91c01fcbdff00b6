import { type Due, readDue } from './due.ts'
import { isObject, type Json } from './json.ts'
import { type Stamp, stampTime } from './stamp.ts'

/** The strength of a concealed value and its fingerprint, by which reuse is found without opening anything. */
export type Check = { readonly fingerprint: string; readonly bits: number }

/** What a list shows of an item, and what the sidebar, the search and the health page count by. */
export type ListProperties = {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly subtitle: string
  readonly favorite: boolean
  readonly tags: readonly string[]
  /** The URL whose id sorts first, and that id. */
  readonly firstUrl: { readonly field: string; readonly url: string } | null
  readonly urls: readonly string[]
  readonly checks: readonly (Check & { readonly field: string })[]
  /** What ends or is to be changed soonest. */
  readonly due: Due | null
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly changedAt: number
  readonly trashedAt: number | null
  readonly purged: boolean
  /** The greatest stamp of the item: an edit names the revision it was made from. */
  readonly revision: Stamp
}

type Winners = (visit: (name: string, value: Json, at: Stamp) => void) => void

/** Reads the winners of an item. A value of a kind this version does not know is as good as absent, and is kept. */
export function listProperties(id: string, touched: Stamp, purged: boolean, winners: Winners): ListProperties {
  const own = new Map<string, Json>()
  const tags: string[] = []
  const urls: { field: string; url: string }[] = []
  const checks: (Check & { field: string })[] = []
  let first = touched
  winners((name, value, at) => {
    if (at < first) first = at
    if (name.startsWith('tag:')) {
      if (value !== null) tags.push(name.slice(4))
    } else if (name.startsWith('url:')) {
      if (typeof value === 'string') urls.push({ field: name.slice(4), url: value })
    } else if (name.startsWith('check:')) {
      const check = readCheck(value)
      if (check !== null) checks.push({ field: name.slice(6), ...check })
    } else if (!name.includes(':')) own.set(name, value)
  })
  if (urls.length > 1) urls.sort((a, b) => (a.field < b.field ? -1 : 1))
  if (tags.length > 1) tags.sort()
  return {
    id,
    type: text(own.get('type'), 'note'),
    title: text(own.get('title'), ''),
    subtitle: text(own.get('subtitle'), ''),
    favorite: own.get('favorite') === true,
    tags,
    firstUrl: urls[0] ?? null,
    urls: urls.map(({ url }) => url),
    checks,
    due: readDue(own.get('due')),
    createdAt: integer(own.get('createdAt')) ?? time(first),
    changedAt: time(touched),
    trashedAt: integer(own.get('trashedAt')),
    purged,
    revision: touched
  }
}

export function readCheck(value: Json | undefined): Check | null {
  if (!isObject(value)) return null
  const { fingerprint, bits } = value as { fingerprint?: Json; bits?: Json }
  return typeof fingerprint === 'string' && typeof bits === 'number' ? { fingerprint, bits } : null
}

function text(value: Json | undefined, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise
}

function integer(value: Json | undefined): number | null {
  return typeof value === 'number' ? value : null
}

function time(stamp: Stamp): number {
  return stamp === '' ? 0 : stampTime(stamp)
}
