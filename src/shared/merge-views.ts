import * as v from 'valibot'
import { itemId } from './ids.ts'

/** What may cross of two states of a vault that are compared: a copy that is merged, or a backup. */

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const time = v.pipe(v.number(), v.integer())

/** `title`, `tag:<name>`, `field:<id>`, …, as the engine names what a person sees as one thing. */
export const fieldKey = v.pipe(v.string(), v.minLength(1), v.maxLength(1100))

export const comparedValue = v.variant('is', [
  v.strictObject({ is: v.literal('none') }),
  v.strictObject({ is: v.literal('open'), text: v.string() }),
  v.strictObject({ is: v.literal('concealed') })
])
export type ComparedValue = v.InferOutput<typeof comparedValue>

const side = v.strictObject({ at: v.nullable(time), value: comparedValue })

export const comparedField = v.strictObject({
  field: fieldKey,
  /** Key into the language catalogue or the user's own word; '' for what is no field of the item's own. */
  label: v.string(),
  mine: side,
  other: side,
  later: v.picklist(['mine', 'other']),
  /** Open texts of several lines, which can stand one below the other. */
  canTakeBoth: v.boolean()
})
export type ComparedField = v.InferOutput<typeof comparedField>

const named = { id: v.nullable(itemId), type: v.string(), title: v.string() }
export const comparedItem = v.strictObject({ ...named, fields: v.array(comparedField) })
export type ComparedItem = v.InferOutput<typeof comparedItem>

const titles = v.strictObject({ count, titles: v.array(v.string()) })
export type Titles = v.InferOutput<typeof titles>

export const mergeReview = v.strictObject({
  /** Fields that were changed on both sides; by themselves the later value is taken and the other kept as history. */
  conflicts: v.array(comparedItem),
  /** What goes together by itself. */
  together: v.strictObject({
    added: titles,
    /** Trashed in the copy. */
    trashed: titles,
    /** Purged in the copy, and here not changed since. */
    purged: titles,
    /** Purged on one side and changed on the other: they become items of their own. */
    kept: titles,
    changed: v.strictObject({ fields: count, items: count, fromHere: count, fromThere: count })
  }),
  /** The master password of the copy was changed later: after merging it opens this vault. */
  takesKeys: v.boolean(),
  /** Nothing is in the copy that is not here. */
  bringsNothing: v.boolean()
})
export type MergeReview = v.InferOutput<typeof mergeReview>

export const mergeChoice = v.strictObject({
  item: v.nullable(itemId),
  field: fieldKey,
  take: v.picklist(['mine', 'other', 'both'])
})
export type MergeChoice = v.InferOutput<typeof mergeChoice>

export const openedCopy = v.variant('status', [
  v.strictObject({ status: v.literal('needsPassword') }),
  v.strictObject({ status: v.literal('review'), review: mergeReview })
])
export type OpenedCopy = v.InferOutput<typeof openedCopy>

export const mergeSummary = v.strictObject({ added: count, changed: count, kept: count, chosen: count })
export type MergeSummary = v.InferOutput<typeof mergeSummary>

export const takenBack = v.strictObject({ items: count })
