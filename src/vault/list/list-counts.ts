import type { SidebarCounts } from '../../shared/views.ts'
import { isDueSoon, type ListEntry } from './list-entry.ts'

/** What the sidebar counts. A tag counts for each of the tags that it is nested in: `Work/Code` for `Work` too. */
export function countEntries(entries: Iterable<ListEntry>): SidebarCounts {
  const types = new Map<string, number>()
  const tags = new Map<string, number>()
  let all = 0
  let favorites = 0
  let trash = 0
  let due = 0
  for (const entry of entries) {
    if (entry.trashed) {
      trash += 1
      continue
    }
    all += 1
    if (entry.favorite) favorites += 1
    if (isDueSoon(entry)) due += 1
    add(types, entry.type)
    for (const tag of withParents(entry.tags)) add(tags, tag)
  }
  return {
    all,
    favorites,
    trash,
    due,
    types: [...types].map(([type, count]) => ({ type, count })).sort((a, b) => (a.type < b.type ? -1 : 1)),
    tags: [...tags].map(([tag, count]) => ({ tag, count })).sort((a, b) => (a.tag < b.tag ? -1 : 1))
  }
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

function withParents(tags: readonly string[]): Iterable<string> {
  if (tags.length === 1 && tags[0]?.includes('/') === false) return tags
  const all = new Set<string>()
  for (const tag of tags) {
    for (let end = tag.indexOf('/'); end !== -1; end = tag.indexOf('/', end + 1))
      if (end > 0) all.add(tag.slice(0, end))
    all.add(tag)
  }
  return all
}
