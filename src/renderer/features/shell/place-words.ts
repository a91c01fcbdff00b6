import type { ListFilter, SidebarCounts } from '../../../shared/list-views.ts'
import type { Texts } from '../../texts/en.ts'
import { typeNames } from '../../texts/type-names.ts'

export function placeTitle(t: Texts, filter: ListFilter): string {
  switch (filter.of) {
    case 'all':
      return t.shell.allItems
    case 'favorites':
      return t.shell.favorites
    case 'due':
      return t.due.filter
    case 'trash':
      return t.shell.trash
    case 'type':
      return typeNames(t, filter.type)
    case 'tag':
      return filter.tag.replaceAll('/', ' / ')
  }
}

/** What an empty vault could hold is shown; then only what it holds. */
const FIRST_TYPES = 5

/** Types in the order of the templates, the user's own behind them. */
export function sidebarTypes(counts: SidebarCounts | null, templates: readonly string[]): readonly string[] {
  if (counts === null || counts.types.length === 0) return templates.slice(0, FIRST_TYPES)
  const used = counts.types.map(({ type }) => type)
  return [...templates.filter((type) => used.includes(type)), ...used.filter((type) => !templates.includes(type))]
}
