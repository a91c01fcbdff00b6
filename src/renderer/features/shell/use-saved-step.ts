import { useCallback, useEffect, useRef } from 'react'
import type { UndoHands } from './use-undo.tsx'

/** All that one opening of the editor saves is one step, offered back when the editor closes. */
export function useSavedStep(undo: UndoHands, changed: () => void): () => void {
  const hands = useRef(undo)
  useEffect(() => {
    hands.current = undo
  })
  // What is saved as the editor closes is saved before it is gone: the step is whole by then.
  useEffect(() => () => hands.current.closeStep(), [])
  return useCallback(() => {
    hands.current.withdraw()
    changed()
  }, [changed])
}
