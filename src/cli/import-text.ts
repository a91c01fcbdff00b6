import type { ImportDone, ImportSummary, ReceiptLineView } from '../shared/import-views.ts'
import { oneLine, table } from './output.ts'

const REASONS: Readonly<Record<ReceiptLineView['reason'], string>> = {
  noPlaceForIt: 'a vault has no place for it',
  unknownField: 'unknown here',
  unknownType: 'of an unknown type',
  unreadable: 'not in a form that can be read',
  tooLarge: 'too large',
  missingFile: 'its file is missing',
  brokenReference: 'refers to something that is not there',
  duplicate: 'there already',
  leftOut: 'left out as asked'
}

/** What would come in. */
export function previewText(summary: ImportSummary): string {
  const joined = summary.items.joined === 0 ? [] : [joinedText(summary)]
  return [countsText(summary), ...joined, fieldsText(summary), 'Nothing was changed.'].join('\n\n')
}

/** The receipt: what became of every field of the file, and how to take the import back. */
export function receiptText({ summary }: ImportDone, backup: string, vault: string): string {
  return [
    countsText(summary),
    fieldsText(summary),
    `A verified backup of the vault as it was is ${backup}`,
    `To take the import back: coffer restore "${backup}" "${vault}"`,
    'The file that was imported may hold every secret in the clear: remove it when you are content.'
  ].join('\n\n')
}

function countsText({ format, types, items, attachments, older }: ImportSummary): string {
  const rows = types.map(({ type, fresh, joined }) => [type, fresh + joined, fresh, joined])
  const all = [
    ['', 'in the file', 'new', 'joined'],
    ...rows,
    ['items', items.found, items.fresh, items.joined],
    ...(attachments.found > 0 ? [['attachments', attachments.found, attachments.fresh, 0]] : []),
    ...(older.found > 0 ? [['older values', older.found, older.fresh, 0]] : [])
  ]
  return `Format: ${format}\n${table(all.map((row) => row.map(String)))}`
}

function joinedText({ items, joinedTitles }: ImportSummary): string {
  const more = items.joined > joinedTitles.length ? [`… and ${items.joined - joinedTitles.length} more`] : []
  return ['There already, and joined:', ...joinedTitles.map((title) => `  ${oneLine(title)}`), ...more].join('\n')
}

function fieldsText({ fields, lines }: ImportSummary): string {
  const { found, imported, kept, refused } = fields
  const sum = `Fields: ${found} = ${imported} imported + ${kept} kept under "Other imported data" + ${refused} left out`
  return [sum, ...grouped(lines)].join('\n')
}

/** The same field of many items is one line. */
function grouped(lines: readonly ReceiptLineView[]): readonly string[] {
  const groups = new Map<string, string[]>()
  for (const { field, fate, reason, item } of lines) {
    const key = `${fate === 'kept' ? 'kept' : 'left out'}  ${oneLine(field)} (${REASONS[reason]})`
    const items = groups.get(key) ?? []
    items.push(item)
    groups.set(key, items)
  }
  return [...groups].map(
    ([key, items]) => `  ${key}: ${items.length === 1 ? oneLine(items[0] ?? '') : `${items.length} items`}`
  )
}
