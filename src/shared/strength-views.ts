import * as v from 'valibot'
import { text } from './limits.ts'

/** Why a typed password is easily guessed, in the words of the catalogue. */
export const weakReason = v.picklist([
  'common',
  'known',
  'word',
  'wordYear',
  'words',
  'keys',
  'repeat',
  'sequence',
  'date',
  'short'
])
export type WeakReason = v.InferOutput<typeof weakReason>

/** What stands beside a typed password and is tried first: a title, a user name, an address. */
export const wordsBeside = v.pipe(v.array(text(1024)), v.maxLength(40))

/** `bits` is never above the quick estimate; the reason matters only where they are few. */
export const judged = v.strictObject({ bits: v.pipe(v.number(), v.minValue(0)), reason: weakReason })
export type Judged = v.InferOutput<typeof judged>
