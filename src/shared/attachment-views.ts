import * as v from 'valibot'
import { count, text } from './limits.ts'
import { fieldId } from './ids.ts'

/** Files kept with an item, and images of QR codes. */

/** A file kept with an item; its bytes stay in the vault process until they are asked for. */
export const attachmentView = v.strictObject({ field: fieldId, name: v.string(), size: count, mediaType: v.string() })
export type AttachmentView = v.InferOutput<typeof attachmentView>

export const attachmentPreview = v.variant('is', [
  v.strictObject({
    is: v.literal('image'),
    mediaType: v.picklist(['image/png', 'image/jpeg', 'image/gif', 'image/webp']),
    width: count,
    height: count,
    /** base64 */
    data: v.string()
  }),
  v.strictObject({ is: v.literal('text'), text: v.string(), cut: v.boolean() }),
  v.strictObject({ is: v.literal('none'), because: v.picklist(['large', 'kind']) })
])
export type AttachmentPreview = v.InferOutput<typeof attachmentPreview>

/** One byte a pixel, row by row, in base64. */
export const greyImage = v.strictObject({
  width: v.pipe(count, v.maxValue(4096)),
  height: v.pipe(count, v.maxValue(4096)),
  pixels: text(1 << 23)
})
