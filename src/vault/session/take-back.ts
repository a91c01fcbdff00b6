import type { Undo } from '../undo.ts'
import type { SessionContext } from './session-context.ts'

/** Undo and redo, for as long as the session is open. */
export type TakeBack = {
  readonly undo: Omit<Undo, 'save'>
  /** For work of many items that is built elsewhere, an import: one step, whatever it holds. */
  readonly saveStep: Undo['save']
}

export const takeBack = ({ undo }: SessionContext): TakeBack => ({ undo, saveStep: undo.save })
