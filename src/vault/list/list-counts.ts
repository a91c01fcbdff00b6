import type { LeadReader } from '../../core/vault/lead-reader.ts'
import { dueSoon } from './list-filter.ts'
import type { SidebarCounts } from '../../shared/list-views.ts'

/** What the sidebar counts. A tag counts for each of the tags that it is nested in: `Work/Code` for `Work` too. */
export function countItems(lead: LeadReader): SidebarCounts {
  const types = new Map<string, number>()
  const tags = new Map<string, number>()
  let [all, favorites, trash, due] = [0, 0, 0, 0]
  const soon = dueSoon(Date.now())
  for (let number = 0; number < lead.count; number++) {
    if (lead.isPurged(number)) continue
    if (lead.isTrashed(number)) {
      trash += 1
      continue
    }
    all += 1
    if (lead.isFavorite(number)) favorites += 1
    if (soon(lead.dueAt(number))) due += 1
    add(types, lead.type(number))
    for (const tag of withParents(lead.tags(number))) add(tags, tag)
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
  if (tags.length === 0 || (tags.length === 1 && tags[0]?.includes('/') === false)) return tags
  const all = new Set<string>()
  for (const tag of tags) {
    for (let end = tag.indexOf('/'); end !== -1; end = tag.indexOf('/', end + 1))
      if (end > 0) all.add(tag.slice(0, end))
    all.add(tag)
  }
  return all
}
