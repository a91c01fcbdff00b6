import { ClipboardItem, clipboard } from 'electron'
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

function concealedItem(text: string): ClipboardItem {
  const data: Record<string, string | Blob> = { 'text/plain': text }
  for (const [format, value] of Object.entries(concealedFormats(process.platform))) data[format] = new Blob([value])
  return new ClipboardItem(data)
}
