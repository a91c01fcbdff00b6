import type { ReceiptLineView } from '../../../shared/import-views.ts'

/** The same field of many items, for the same reason, is one line. */
export type LineGroup = Omit<ReceiptLineView, 'item'> & { readonly items: readonly string[] }

export function groupLines(lines: readonly ReceiptLineView[], fate: ReceiptLineView['fate']): readonly LineGroup[] {
  const groups = new Map<string, { field: string; reason: ReceiptLineView['reason']; items: string[] }>()
  for (const { item, field, reason } of lines.filter((line) => line.fate === fate)) {
    const key = `${reason} ${field}`
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { field, reason, items: [item] })
    else known.items.push(item)
  }
  return [...groups.values()].map((group) => ({ ...group, fate }))
}
