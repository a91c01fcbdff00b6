import { join } from 'node:path'
import { app, type BaseWindow, dialog } from 'electron'
import type { MainTexts } from './texts/en.ts'

const PDF = '.pdf'

/** Where the user wants the recovery sheet; null = cancelled. */
export function createSheetDialog(
  window: () => BaseWindow | null,
  texts: () => MainTexts
): () => Promise<string | null> {
  return async () => {
    const { recoverySheet, recoverySheetName, write } = texts().dialog
    const options = {
      title: recoverySheet,
      buttonLabel: write,
      defaultPath: join(app.getPath('documents'), recoverySheetName + PDF),
      filters: [{ name: 'PDF', extensions: [PDF.slice(1)] }]
    }
    const owner = window()
    const { canceled, filePath } = await (owner
      ? dialog.showSaveDialog(owner, options)
      : dialog.showSaveDialog(options))
    if (canceled || filePath === '') return null
    return filePath.toLowerCase().endsWith(PDF) ? filePath : filePath + PDF
  }
}
