import { equalBytes } from '../bytes.ts'
import { VaultError } from '../errors.ts'
import { decodeLines, type Line } from './change.ts'
import { type Cells, cellsOf, cellsText, mayPurge, type MoreCells } from './column-block.ts'
import type { Columns } from './columns.ts'
import { isLeadProperty } from './properties.ts'
import { utf8Text } from './text.ts'

/**
 * The rest of the columns of a group, kept sealed until one of its rows is shown or searched. `open` is called once for
 * their cells, again only when it failed; and for their text as long as nobody asked for the cells. VAULT_DAMAGED at once when the columns say that there is a rest and there is none, or there
 * is one that none of them speaks of: a frame whose kind was changed would otherwise leave out half of what is listed.
 */
export function moreColumns(
  lines: readonly Line[],
  open: (() => Uint8Array) | undefined
): (columns: Columns) => MoreCells | null {
  const first = lines.flatMap((line) => ('columns' in line && line.columns.more ? [line.columns] : []))
  if (first.length > 0 !== (open !== undefined) || first.some(mayPurge)) throw new VaultError('VAULT_DAMAGED')
  if (open === undefined) return () => null
  const rows = first.map(({ ids, at }) => ({ ids, at }))
  const whole = first.map(namesOf)
  let unopened: (() => Uint8Array) | null = open
  let cells: readonly Cells[] = []
  return (columns) => {
    const index = first.indexOf(columns)
    if (index === -1) return null
    return {
      cells() {
        if (unopened !== null) cells = readMore(unopened(), rows, whole)
        unopened = null
        return cells[index] as Cells
      },
      text: () => (unopened === null ? cells.map(cellsText).join('\n') : utf8Text(unopened()))
    }
  }
}

type Rows = Pick<Columns, 'ids' | 'at'>

/** The same rows at the same stamps once more, with other properties. VAULT_DAMAGED. */
function readMore(body: Uint8Array, rows: readonly Rows[], taken: readonly ReadonlySet<string>[]): readonly Cells[] {
  const lines = decodeLines(body, { checkColumns: false })
  if (lines.length !== rows.length) throw new VaultError('VAULT_DAMAGED')
  return lines.map((line, index) => {
    const [same, names] = [rows[index], taken[index]]
    if (!('columns' in line) || same === undefined || names === undefined) throw new VaultError('VAULT_DAMAGED')
    checkMore(line.columns, same, names)
    return cellsOf(line.columns)
  })
}

export function checkMore(columns: Columns, same: Rows, taken: ReadonlySet<string>): void {
  const isSame = equalBytes(columns.ids, same.ids) && columns.at === same.at && !columns.more
  const names = [...namesOf(columns)]
  if (!isSame || names.some((name) => taken.has(name) || isLeadProperty(name))) throw new VaultError('VAULT_DAMAGED')
}

export function namesOf({ texts, set, some }: Columns): ReadonlySet<string> {
  return new Set([...texts.keys(), ...Object.keys(set), ...Object.keys(some)])
}
