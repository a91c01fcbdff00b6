import * as v from 'valibot'
import { ageRecipient } from './export-views.ts'
import { type Opened, sealedPassword } from './sealed-secret.ts'

/** What crosses about sharing: keys of others, which are public, and sealed text. */

const words = v.array(v.string())
export const recipientId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))
export const recipientName = v.pipe(v.string(), v.maxLength(255))

export const recipient = v.strictObject({
  id: recipientId,
  name: v.string(),
  key: v.string(),
  /** The fingerprint: what both read to each other. */
  words
})
export type Recipient = v.InferOutput<typeof recipient>

export const ownKey = v.strictObject({ key: v.string(), words })
export type OwnKey = v.InferOutput<typeof ownKey>

export const shareTo = v.union([
  v.strictObject({ passphrase: sealedPassword }),
  v.strictObject({ recipients: v.pipe(v.array(ageRecipient), v.minLength(1), v.maxLength(100)) })
])
export type ShareTo = Opened<v.InferOutput<typeof shareTo>>
