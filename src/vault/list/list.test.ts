import { describe, expect, test } from 'vitest'
import { countEntries } from './list-counts.ts'
import { type ListEntry, matches, sortKey } from './list-entry.ts'
import { createListOrder } from './list-order.ts'

const entry = (id: string, title: string, more: Partial<ListEntry> = {}): ListEntry => ({
  id,
  key: sortKey(title),
  type: 'login',
  tags: [],
  favorite: false,
  trashed: false,
  createdAt: 1,
  changedAt: 1,
  dueAt: null,
  ...more
})

const mapOf = (...entries: ListEntry[]): Map<string, ListEntry> => new Map(entries.map((each) => [each.id, each]))
const ALL = { of: 'all' } as const

describe('the order of the list', () => {
  test('case and accents do not matter, and numbers count as numbers', () => {
    const entries = mapOf(entry('1', 'Server 10'), entry('2', 'server 2'), entry('3', 'Émile'), entry('4', 'echo'))
    expect(createListOrder(entries).ids(ALL, 'title', false)).toEqual(['4', '3', '2', '1'])
  })

  test('the other way round', () => {
    const entries = mapOf(entry('1', 'a', { changedAt: 5 }), entry('2', 'b', { changedAt: 9 }))
    expect(createListOrder(entries).ids(ALL, 'changed', true)).toEqual(['2', '1'])
  })

  test('a renamed item moves, and a purged one is gone', () => {
    const old = entry('1', 'alpha')
    const purged = entry('2', 'beta')
    const entries = mapOf(old, purged, entry('3', 'gamma'))
    const order = createListOrder(entries)
    order.ids(ALL, 'title', false)
    const renamed = entry('1', 'zeta')
    entries.set('1', renamed)
    entries.delete('2')
    order.changed([old, purged], [renamed])
    expect(order.ids(ALL, 'title', false)).toEqual(['3', '1'])
  })

  test('many changes at once give the same order as sorting anew', () => {
    const before = Array.from({ length: 200 }, (_, index) => entry(String(index), `item ${(index * 7919) % 200}`))
    const entries = mapOf(...before)
    const order = createListOrder(entries)
    order.ids(ALL, 'title', false)
    const after = before.map((each, index) => entry(each.id, `item ${(index * 104729) % 200}`))
    for (const each of after) entries.set(each.id, each)
    order.changed(before, after)
    expect(order.ids(ALL, 'title', false)).toEqual(createListOrder(entries).ids(ALL, 'title', false))
  })
})

describe('what a filter shows', () => {
  test('the trash shows what is trashed, and nothing else does', () => {
    const trashed = entry('1', 'x', { trashed: true, favorite: true, tags: ['Work'] })
    expect(matches(trashed, { of: 'trash' })).toBe(true)
    expect(matches(trashed, ALL)).toBe(false)
    expect(matches(trashed, { of: 'favorites' })).toBe(false)
  })

  test('a tag shows what is nested in it, but not what merely begins alike', () => {
    expect(matches(entry('1', 'x', { tags: ['Work/Code'] }), { of: 'tag', tag: 'Work' })).toBe(true)
    expect(matches(entry('1', 'x', { tags: ['Workshop'] }), { of: 'tag', tag: 'Work' })).toBe(false)
  })
})

describe('what the sidebar counts', () => {
  test('an item with two tags of one parent counts once for the parent', () => {
    const counts = countEntries([
      entry('1', 'x', { tags: ['Work/Code', 'Work/Cloud'] }),
      entry('2', 'y', { trashed: true })
    ])
    expect(counts).toEqual({
      all: 1,
      due: 0,
      favorites: 0,
      trash: 1,
      types: [{ type: 'login', count: 1 }],
      tags: [
        { tag: 'Work', count: 1 },
        { tag: 'Work/Cloud', count: 1 },
        { tag: 'Work/Code', count: 1 }
      ]
    })
  })
})
