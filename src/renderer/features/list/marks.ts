/** How a click or a key chooses: one row, one more or less, or all from the row where one began. */
export type Pick = 'one' | 'toggle' | 'range'

type Held = { readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean }

export const pickOf = ({ ctrlKey, metaKey, shiftKey }: Held): Pick =>
  shiftKey ? 'range' : ctrlKey || metaKey ? 'toggle' : 'one'

/** The rows from one place to another, whichever comes first. */
export function spanOf(from: number, to: number): { readonly from: number; readonly count: number } {
  return { from: Math.min(from, to), count: Math.abs(to - from) + 1 }
}

/** Puts an item in, or takes it out. What was selected alone is the first of several. */
export function toggled(marked: readonly string[], selected: string | null, id: string): readonly string[] {
  const before = marked.length > 0 || selected === null ? marked : [selected]
  return before.includes(id) ? before.filter((each) => each !== id) : [...before, id]
}
