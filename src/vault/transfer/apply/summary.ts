import type { ImportSummary } from '../../../shared/import-views.ts'
import type { ReadImport } from '../read-import.ts'
import type { ImportPlan, PlannedItem } from './plan-import.ts'

/** What an import will do, or did, in numbers: of each type, of attachments and of older versions. */
export function summarise({ format, vault, receipt }: ReadImport, { items }: ImportPlan): ImportSummary {
  const types = new Map<string, { fresh: number; joined: number }>()
  for (const { item, joins } of items) {
    const counts = types.get(item.type) ?? { fresh: 0, joined: 0 }
    counts[joins === null ? 'fresh' : 'joined'] += 1
    types.set(item.type, counts)
  }
  const { sourceItems, sourceFields, imported, kept, refused, lines } = receipt
  const fresh = items.filter(({ joins }) => joins === null)
  return {
    format,
    types: [...types].map(([type, counts]) => ({ type, ...counts })),
    items: { found: sourceItems, fresh: fresh.length, joined: items.length - fresh.length },
    attachments: {
      found: sum(items, ({ item }) => item.attachments.length),
      fresh: sum(items, ({ attachments }) => attachments.length)
    },
    older: {
      found: sum(vault.items, (item) => sum(item.fields, ({ history }) => history.length)),
      fresh: sum(fresh, ({ item }) => sum(item.fields, ({ history }) => history.length))
    },
    trashed: fresh.filter(({ item }) => item.trashedAt !== null).length,
    joinedTitles: titlesOf(items),
    fields: { found: sourceFields, imported, kept, refused },
    lines: lines.map((line) => ({ ...line, item: line.item.slice(0, 200), field: line.field.slice(0, 200) }))
  }
}

const MOST_TITLES = 100

const titlesOf = (items: readonly PlannedItem[]): string[] =>
  items
    .filter(({ joins }) => joins !== null)
    .slice(0, MOST_TITLES)
    .map(({ item }) => item.title)

function sum<Of>(all: readonly Of[], count: (one: Of) => number): number {
  return all.reduce((total, one) => total + count(one), 0)
}
