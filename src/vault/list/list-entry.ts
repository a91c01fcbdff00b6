import type { ListProperties } from '../../core/vault/list-properties.ts'
import { DUE_SOON_DAYS, type ListFilter, type ListSort } from '../../shared/views.ts'

/** What ordering, filtering and counting need of an item; small, because a vault may hold 100,000 of them. */
export type ListEntry = {
  readonly id: string
  readonly key: string
  readonly type: string
  readonly tags: readonly string[]
  readonly favorite: boolean
  readonly trashed: boolean
  readonly createdAt: number
  readonly changedAt: number
  /** When the soonest of what is due is due; null for nothing. */
  readonly dueAt: number | null
}

export function listEntry(item: ListProperties): ListEntry {
  const { id, type, tags, favorite, createdAt, changedAt } = item
  const trashed = item.trashedAt !== null
  const dueAt = item.dues[0]?.at ?? null
  return { id, key: sortKey(item.title), type, tags, favorite, trashed, createdAt, changedAt, dueAt }
}

/** Orders as a reader would: without case and accents, "2" before "10". A key compares by `<`, which a collator cannot. */
export function sortKey(title: string): string {
  const plain = isAscii(title) ? title : title.normalize('NFKD').replace(/\p{M}/gu, '')
  return plain.toLowerCase().replace(/\d{1,15}/g, (digits) => digits.padStart(15, '0'))
}

export function matches(entry: ListEntry, filter: ListFilter): boolean {
  if (filter.of === 'trash') return entry.trashed
  if (entry.trashed) return false
  switch (filter.of) {
    case 'all':
      return true
    case 'favorites':
      return entry.favorite
    case 'due':
      return isDueSoon(entry)
    case 'type':
      return entry.type === filter.type
    case 'tag':
      return entry.tags.some((tag) => tag === filter.tag || tag.startsWith(`${filter.tag}/`))
  }
}

const SOON_MS = DUE_SOON_DAYS * 86_400_000

export function isDueSoon({ dueAt }: ListEntry, now = Date.now()): boolean {
  return dueAt !== null && dueAt - now <= SOON_MS
}

export function compareBy(sort: ListSort): (a: ListEntry, b: ListEntry) => number {
  switch (sort) {
    case 'title':
      return (a, b) => order(a.key, b.key) || order(a.id, b.id)
    case 'changed':
      return (a, b) => order(a.changedAt, b.changedAt) || order(a.id, b.id)
    case 'created':
      return (a, b) => order(a.createdAt, b.createdAt) || order(a.id, b.id)
  }
}

function order<Value extends string | number>(a: Value, b: Value): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function isAscii(text: string): boolean {
  return /^[\u0020-\u007e]*$/.test(text)
}
