import type { ImportDone, ReceiptLineView } from '../../../shared/import-views.ts'
import type { Format } from '../../texts/format.ts'
import type { Texts } from '../../texts/en.ts'
import { fieldLabel, typeNames } from '../../texts/type-names.ts'

/** The whole receipt, every line of it, to be kept. */
export function receiptText(t: Texts, format: Format, name: string, { at, summary }: ImportDone): string {
  const { items, types, fields, lines } = summary
  const number = format.number
  return [
    `${t.imports.receipt} – ${format.date(at)}, ${format.time(at)}`,
    `${t.imports.from} ${name}, ${t.imports.formats[summary.format] ?? summary.format}`,
    '',
    t.imports.cameIn(items.fresh + items.joined, items.found),
    ...types.map(
      ({ type, fresh, joined }) =>
        `  ${typeNames(t, type)}: ${number(fresh)} ${t.imports.fresh}, ${number(joined)} ${t.imports.joined}`
    ),
    '',
    t.imports.fieldsSum(number(fields.found), number(fields.imported), number(fields.kept), number(fields.refused)),
    ...linesOf(t, lines, 'kept', t.imports.keptTitle),
    ...linesOf(t, lines, 'refused', t.imports.refusedTitle),
    ''
  ].join('\n')
}

function linesOf(t: Texts, lines: readonly ReceiptLineView[], fate: ReceiptLineView['fate'], title: string): string[] {
  const wanted = lines.filter((line) => line.fate === fate)
  if (wanted.length === 0) return []
  const said = wanted.map(
    ({ item, field, reason }) => `  ${item}: ${fieldLabel(t, field)} (${t.imports.reasons[reason]})`
  )
  return ['', title, ...said]
}
