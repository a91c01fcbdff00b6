import type { ReceiptBook } from '../receipt.ts'

/** One row by the names of its columns. What is taken twice is there once. */
export type Cells = {
  /** Without counting: its fate is told by whoever takes it. '' when there is no such cell. */
  take(column: string): string
  /** For what becomes a title, a tag or a time: counted as imported here. */
  head(column: string): string
  /** What nobody took, under the names in the file. */
  rest(): readonly (readonly [column: string, value: string])[]
}

export const columnName = (header: string): string => header.trim().toLowerCase()

/** A row may be shorter or longer than the header: what is beyond it goes by its number. */
export function cellsOf(header: readonly string[], row: readonly string[], book: ReceiptBook): Cells {
  const cells = new Map<string, { readonly label: string; readonly value: string }>()
  for (const [index, value] of row.entries()) {
    if (value === '') continue
    const label = header[index]?.trim() || `Column ${index + 1}`
    const name = columnName(label)
    cells.set(cells.has(name) ? `${name} ${index + 1}` : name, { label, value })
  }
  book.found(0, cells.size)
  const take = (column: string): string => {
    const value = cells.get(column)?.value ?? ''
    cells.delete(column)
    return value
  }
  return {
    take,
    head(column) {
      const value = take(column)
      if (value !== '') book.imported()
      return value
    },
    rest: () => [...cells.values()].map(({ label, value }) => [label, value] as const)
  }
}
