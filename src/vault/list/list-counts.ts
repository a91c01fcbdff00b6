import type { LeadReader } from '../../core/vault/lead-reader.ts'
import { dueSoon } from './list-filter.ts'
import type { SidebarCounts } from '../../shared/list-views.ts'

/** Items counted in one step: a few milliseconds. */
const STEP = 2000

/** Counting a long list in steps, so that whoever asks for something meanwhile does not wait for the end of it. */
export type Counting = {
  /** Whether there is more to do. */
  readonly step: () => boolean
  /** All that the sidebar counts, doing at once what is left. */
  readonly finish: () => SidebarCounts
}

/** A tag counts for each of the tags that it is nested in: `Work/Code` for `Work` too. Nothing may change meanwhile. */
export function startCounting(lead: LeadReader): Counting {
  const types = new Map<string, number>()
  const tags = new Map<string, number>()
  const sums = { all: 0, favorites: 0, trash: 0, due: 0 }
  const soon = dueSoon(Date.now())
  let counted = 0

  function count(number: number): void {
    if (lead.isPurged(number)) return
    if (lead.isTrashed(number)) return void (sums.trash += 1)
    sums.all += 1
    if (lead.isFavorite(number)) sums.favorites += 1
    if (soon(lead.dueAt(number))) sums.due += 1
    add(types, lead.type(number))
    for (const tag of withParents(lead.tags(number))) add(tags, tag)
  }

  function step(): boolean {
    for (const end = Math.min(counted + STEP, lead.count); counted < end; counted++) count(counted)
    return counted < lead.count
  }

  return {
    step,
    finish() {
      while (step());
      return {
        ...sums,
        types: [...types].map(([type, amount]) => ({ type, count: amount })).sort((a, b) => (a.type < b.type ? -1 : 1)),
        tags: [...tags].map(([tag, amount]) => ({ tag, count: amount })).sort((a, b) => (a.tag < b.tag ? -1 : 1))
      }
    }
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
