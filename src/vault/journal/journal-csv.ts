import type { JournalEntry } from '../../shared/journal-views.ts'

const COLUMNS = ['time', 'act', 'item', 'item id', 'fields', 'by', 'device', 'device id', 'format', 'items'] as const

/** One line an entry, for another program: names of columns and acts are the same in every language. */
export function journalCsv(rows: readonly JournalEntry[]): string {
  const lines = rows.map(({ at, act, item, fields, by, device, format, items }) => [
    new Date(at).toISOString(),
    act,
    item?.title ?? '',
    item?.id ?? '',
    fields.map(({ id }) => id).join(' '),
    by,
    device.name,
    device.id,
    format ?? '',
    items === null ? '' : String(items)
  ])
  return [[...COLUMNS], ...lines].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')
}

/** A title that begins like a formula must not be one in the program that opens the file. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
