import { ClipboardItem, clipboard } from 'electron'
import { VaultError } from '../../core/errors.ts'
import type { Log } from '../log.ts'
import { concealedFormats } from './concealed-formats.ts'
import type { SystemClipboard } from './guarded-clipboard.ts'

export function systemClipboard(log: Log): SystemClipboard {
  return {
    async writeConcealed(text) {
      try {
        await clipboard.write([concealedItem(text)])
      } catch {
        // A platform that refuses the marks must still copy; the timer then is all the protection there is.
        log('clipboard', { code: 'marks-refused' })
        await clipboard.writeText(text)
      }
    },
    readText: () => clipboard.readText(),
    clear: () => clipboard.clear()
  }
}

/** Beyond this it is no picture of a code, and the page would have to decode it. */
const MOST_IMAGE = 16 * 2 ** 20
const IMAGES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/bmp']

/** The bytes of the image on the clipboard as they are; null when there is none. TOO_LARGE. */
export async function clipboardImage(): Promise<Buffer | null> {
  for (const item of await clipboard.read()) {
    const type = IMAGES.find((each) => item.types.includes(each))
    if (type === undefined) continue
    const bytes = await item.getType(type)
    if (!(bytes instanceof Blob)) continue
    if (bytes.size > MOST_IMAGE) throw new VaultError('TOO_LARGE', { what: 'image', most: MOST_IMAGE })
    return Buffer.from(await bytes.arrayBuffer())
  }
  return null
}

function concealedItem(text: string): ClipboardItem {
  const data: Record<string, string | Blob> = { 'text/plain': text }
  for (const [format, value] of Object.entries(concealedFormats(process.platform))) data[format] = new Blob([value])
  return new ClipboardItem(data)
}
