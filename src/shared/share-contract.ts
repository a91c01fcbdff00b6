import * as v from 'valibot'
import { ageRecipient } from './export-views.ts'
import { importPreview } from './import-views.ts'
import { sealedPassword } from './sealed-secret.ts'
import { ownKey, recipient, recipientId, recipientName, shareTo } from './share-views.ts'
import { fieldId, itemId } from './ids.ts'
import { chosenFile } from './vault-views.ts'

/** The part of the contract that sharing needs; joined into the one contract in contract.ts. */

const nothing = v.undefined()
const what = {
  item: itemId,
  fields: v.optional(v.pipe(v.array(fieldId), v.maxLength(1000))),
  attachments: v.optional(v.boolean()),
  to: shareTo
}
/** Sealed: lines of base64. */
const sealedText = v.pipe(v.string(), v.maxLength(2 ** 21))

export const shareContract = {
  'share.ownKey': { served: 'vault', input: nothing, output: ownKey },
  'share.recipients': { served: 'vault', input: nothing, output: v.array(recipient) },
  'share.keepRecipient': {
    served: 'vault',
    input: v.strictObject({ name: recipientName, key: ageRecipient }),
    output: recipient
  },
  'share.dropRecipient': { served: 'vault', input: v.strictObject({ id: recipientId }), output: nothing },
  'share.asText': { served: 'vault', input: v.strictObject(what), output: v.strictObject({ text: sealedText }) },
  /** Main asks where to write. Null: the user thought better of it. */
  'share.asFile': { served: 'main', input: v.strictObject(what), output: v.nullable(chosenFile) },
  /** The sealed lines on the clipboard, to be read like a file; main alone sees what else is there. */
  'share.paste': { served: 'main', input: nothing, output: chosenFile },
  /** Public keys and sealed text, which need no guard; main takes nothing else. */
  'share.copy': { served: 'main', input: v.strictObject({ text: sealedText }), output: nothing }
} as const

export const shareInternal = {
  'share.readText': {
    input: v.strictObject({ text: sealedText, password: v.optional(sealedPassword) }),
    output: importPreview
  },
  'share.writeFile': {
    input: v.strictObject({ target: v.pipe(v.string(), v.minLength(1)), ...what }),
    output: nothing
  }
} as const
