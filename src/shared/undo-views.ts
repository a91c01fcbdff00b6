import * as v from 'valibot'

/** What a step was, for the words that name it. */
export const undoKind = v.picklist([
  'create',
  'edit',
  'duplicate',
  'trash',
  'restore',
  'favorite',
  'tags',
  'version',
  'password',
  'merge',
  'import'
])
export type UndoKind = v.InferOutput<typeof undoKind>

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const step = { of: undoKind, items: count, title: v.string() }

/** One step: of how many items, and the title of the first as it is now. */
export const undoStep = v.strictObject(step)
export type UndoStep = v.InferOutput<typeof undoStep>

export const undoState = v.strictObject({ undo: v.nullable(undoStep), redo: v.nullable(undoStep) })
export type UndoState = v.InferOutput<typeof undoState>

/** A step that was taken back or done again; `shows` is the item to look at. */
export const undoneStep = v.strictObject({ ...step, shows: v.nullable(v.string()) })
export type UndoneStep = v.InferOutput<typeof undoneStep>
