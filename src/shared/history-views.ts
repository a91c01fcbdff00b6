import * as v from 'valibot'
import { fieldId, itemId, revision } from './ids.ts'

const time = v.pipe(v.number(), v.integer())
const version = { at: revision, time, current: v.boolean() }

/** One version of a field; what is concealed crosses only when it is asked for, one at a time. */
export const fieldVersion = v.variant('concealed', [
  v.strictObject({ ...version, concealed: v.literal(false), value: v.string() }),
  v.strictObject({ ...version, concealed: v.literal(true) })
])
export type FieldVersion = v.InferOutput<typeof fieldVersion>

/** A generated secret that the vault keeps: when it was made, not what it is. */
export const keptSecret = v.strictObject({ id: revision, at: time })
export type KeptSecret = v.InferOutput<typeof keptSecret>

/** A field whose new password waits until the site has taken it. */
export const pendingPassword = v.strictObject({ field: fieldId, at: time })
export type PendingPassword = v.InferOutput<typeof pendingPassword>

/** A concealed value that stands beside the fields: an older version, a password that waits, a generated one. */
export const kept = v.variant('of', [
  v.strictObject({ of: v.literal('version'), item: itemId, field: fieldId, at: revision }),
  v.strictObject({ of: v.literal('pending'), item: itemId, field: fieldId }),
  v.strictObject({ of: v.literal('generated'), id: revision })
])
export type Kept = v.InferOutput<typeof kept>
