import type { AttachmentPreview } from '../../shared/attachment-views.ts'
import type { VaultFile } from '../storage/vault-file.ts'
import type { AttachmentValue } from './attachment-value.ts'
import { imageFacts } from './image-facts.ts'
import { wholeAttachment } from './read-attachment.ts'

/** Beyond these a preview would cost the page more than a look is worth. */
const MOST_BYTES = 8 * 2 ** 20
const MOST_PIXELS = 40_000_000
const MOST_TEXT = 256 * 1024

/**
 * An image or a text to look at, in memory only; what it is, is told from its bytes. Documents that could do something
 * (SVG, HTML) are text here, and everything else is nothing. ATTACHMENT_DAMAGED.
 */
export async function previewAttachment(file: VaultFile, value: AttachmentValue): Promise<AttachmentPreview> {
  if (value.size > MOST_BYTES) return { is: 'none', because: 'large' }
  const bytes = await wholeAttachment(file, value)
  const image = imageFacts(bytes)
  if (image !== null) {
    if (image.width * image.height > MOST_PIXELS) return { is: 'none', because: 'large' }
    return { is: 'image', ...image, data: bytes.toString('base64') }
  }
  const text = textOf(bytes.subarray(0, MOST_TEXT))
  if (text === null) return { is: 'none', because: 'kind' }
  return { is: 'text', text, cut: bytes.length > MOST_TEXT }
}

/** UTF-8 without control characters, or null. A character that the cut goes through is left out. */
function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text) ? null : text
  } catch {
    return null
  }
}
