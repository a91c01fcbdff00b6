import { useMemo, useRef } from 'react'

export type Undoable = { readonly undo: () => Promise<void>; readonly redo: () => Promise<void> }
export type UndoStack = { remember(step: Undoable): void; undo(): void; redo(): void }

const KEPT = 100

/** Steps over whole items. Typing in a field has the field's own undo. */
export function useUndo(onError: (error: unknown) => void): UndoStack {
  const past = useRef<Undoable[]>([])
  const future = useRef<Undoable[]>([])
  return useMemo(
    () => ({
      remember(step) {
        past.current = [...past.current.slice(1 - KEPT), step]
        future.current = []
      },
      undo: () => void shift(past.current, future.current, 'undo').catch(onError),
      redo: () => void shift(future.current, past.current, 'redo').catch(onError)
    }),
    [onError]
  )
}

async function shift(from: Undoable[], to: Undoable[], way: 'undo' | 'redo'): Promise<void> {
  const step = from.pop()
  if (step === undefined) return
  await step[way]()
  to.push(step)
}
