/** How far a key moves the selection: rows, or to an end. Null: the key is not for the list. */
export type Move = { readonly by: number } | { readonly to: 'first' | 'last' }

type Stroke = { readonly key: string; readonly ctrlKey: boolean; readonly altKey: boolean; readonly shiftKey: boolean }

/** Home and End belong to the text one types, also with Shift; with Ctrl they are the list's. */
export function moveOfKey({ key, ctrlKey, altKey }: Stroke, pageRows: number, typing: boolean): Move | null {
  if (altKey) return null
  if (key === 'ArrowDown') return { by: 1 }
  if (key === 'ArrowUp') return { by: -1 }
  if (key === 'PageDown') return { by: pageRows }
  if (key === 'PageUp') return { by: -pageRows }
  if (typing && !ctrlKey) return null
  if (key === 'Home') return { to: 'first' }
  return key === 'End' ? { to: 'last' } : null
}

/** Where the selection goes; null in an empty list. Without a selection, down begins at the top and up at the end. */
export function movedIndex(from: number | null, move: Move, total: number): number | null {
  if (total === 0) return null
  if ('to' in move) return move.to === 'first' ? 0 : total - 1
  if (from === null) return move.by > 0 ? 0 : total - 1
  return Math.max(0, Math.min(total - 1, from + move.by))
}
