import { useCallback, useEffect, useRef } from 'react'
import type { UndoHands } from './use-undo.tsx'

/** All that one opening of the editor saves is one step, offered back when the editor closes. */
export function useSavedStep(undo: UndoHands, changed: () => void): () => void {
  const hands = useRef({ undo, changed })
  useEffect(() => {
    hands.current = { undo, changed }
  })
  // What is saved as the editor closes is saved before it is gone, but its last word may go with it: the step is whole
  // by now, and what is shown beside is read again.
  useEffect(
    () => () => {
      hands.current.undo.closeStep()
      hands.current.changed()
    },
    []
  )
  return useCallback(() => {
    hands.current.undo.withdraw()
    hands.current.changed()
  }, [])
}
