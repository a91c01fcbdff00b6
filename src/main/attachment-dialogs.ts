import { join } from 'node:path'
import { app, type BaseWindow, dialog } from 'electron'
import { safeFileName } from './file-names.ts'
import type { MainTexts } from './texts/en.ts'

export type AttachmentDialogs = {
  /** Paths that the user chose; none = cancelled. */
  chooseFiles(): Promise<readonly string[]>
  /** Where to write an attachment of this name; null = cancelled. The dialog asks before it names a file that is there. */
  chooseTarget(name: string): Promise<string | null>
}

/** Files that go into the vault and come out of it are named by the user, in dialogs of main's alone. */
export function createAttachmentDialogs(window: () => BaseWindow | null, texts: () => MainTexts): AttachmentDialogs {
  return {
    async chooseFiles() {
      const { attach, attachFile } = texts().dialog
      const properties: ('openFile' | 'multiSelections')[] = ['openFile', 'multiSelections']
      const options = { title: attachFile, buttonLabel: attach, properties }
      const owner = window()
      const { canceled, filePaths } = await (owner
        ? dialog.showOpenDialog(owner, options)
        : dialog.showOpenDialog(options))
      return canceled ? [] : filePaths
    },
    async chooseTarget(name) {
      const { saveAttachment, write, attachmentName } = texts().dialog
      const defaultPath = join(app.getPath('downloads'), safeFileName(name, attachmentName))
      const options = { title: saveAttachment, buttonLabel: write, defaultPath }
      const owner = window()
      const { canceled, filePath } = await (owner
        ? dialog.showSaveDialog(owner, options)
        : dialog.showSaveDialog(options))
      return canceled || filePath === '' ? null : filePath
    }
  }
}
