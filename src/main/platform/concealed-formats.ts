const NO = new Uint8Array(4) // a DWORD of 0
const PRESENT = '1'

/** Electron's name for a raw format of the platform's clipboard. */
const raw = (format: string): string => `electron application/osclipboard;format="${format}"`

/**
 * What tells clipboard histories, cloud clipboards and managers to leave a copy alone.
 * Windows: "Cloud Clipboard and Clipboard History Formats"; macOS: nspasteboard.org; Linux: KDE's and those who follow it.
 */
export function concealedFormats(platform: string): Readonly<Record<string, string | Uint8Array<ArrayBuffer>>> {
  if (platform === 'win32')
    return {
      [raw('ExcludeClipboardContentFromMonitorProcessing')]: PRESENT,
      [raw('CanIncludeInClipboardHistory')]: NO,
      [raw('CanUploadToCloudClipboard')]: NO
    }
  if (platform === 'darwin') return { [raw('org.nspasteboard.ConcealedType')]: PRESENT }
  return { [raw('x-kde-passwordManagerHint')]: 'secret' }
}
