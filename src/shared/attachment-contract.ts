import * as v from 'valibot'
import { attachmentPreview, greyImage } from './attachment-views.ts'
import { fieldId, fileHandle, itemId } from './ids.ts'
import { chosenFile } from './vault-views.ts'

/** Files kept with an item, and QR codes. Part of the one contract in contract.ts. */

const nothing = v.undefined()
const field = v.strictObject({ item: itemId, field: fieldId })

export const attachmentContract = {
  /** Main's dialog names the files, or a drop did; the page has handles. */
  'attachment.choose': { served: 'main', input: nothing, output: v.array(chosenFile) },
  'attachment.add': {
    served: 'main',
    input: v.strictObject({ item: itemId, file: fileHandle }),
    output: v.strictObject({ field: fieldId, name: v.string() })
  },
  'attachment.save': { served: 'main', input: field, output: v.nullable(chosenFile) },
  'attachment.preview': { served: 'vault', input: field, output: attachmentPreview },
  'attachment.rename': {
    served: 'vault',
    input: v.strictObject({ item: itemId, field: fieldId, name: v.pipe(v.string(), v.maxLength(1024)) }),
    output: nothing
  },
  'attachment.remove': { served: 'vault', input: field, output: nothing },

  /** An image of a QR code, in grey; what it says stays in the vault process, the page gets a name for it. */
  'code.find': {
    served: 'vault',
    input: greyImage,
    output: v.nullable(v.strictObject({ found: fileHandle, issuer: v.string(), account: v.string() }))
  },
  'code.put': {
    served: 'vault',
    input: v.strictObject({ item: itemId, field: fieldId, found: fileHandle }),
    output: nothing
  },
  'code.draw': { served: 'vault', input: field, output: v.strictObject({ size: v.number(), path: v.string() }) },
  /** The image on the clipboard, base64; null when there is none. */
  'code.clipboardImage': { served: 'main', input: nothing, output: v.nullable(v.strictObject({ data: v.string() })) }
} as const

export const attachmentInternal = {
  'attachment.addFile': {
    input: v.strictObject({ item: itemId, path: v.string() }),
    output: v.strictObject({ field: fieldId, name: v.string() })
  },
  'attachment.nameOf': { input: field, output: v.strictObject({ name: v.string() }) },
  'attachment.writeFile': {
    input: v.strictObject({ item: itemId, field: fieldId, path: v.string() }),
    output: nothing
  }
} as const
