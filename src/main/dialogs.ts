import { dirname, join } from 'node:path'
import { type BaseWindow, app, dialog } from 'electron'
import { fileNameFor, VAULT_EXTENSION, vaultNameOf, withExtension } from './file-names.ts'
import type { MainTexts } from './texts/en.ts'

export type Dialogs = {
  /** Paths that the user chose; null = cancelled. */
  chooseVault(): Promise<string | null>
  choosePlace(name: string): Promise<string | null>
  chooseExportTarget(vault: string): Promise<string | null>
  chooseRestoreTarget(vault: string | null): Promise<string | null>
  chooseSalvageTarget(vault: string): Promise<string | null>
  chooseCopyTarget(vault: string): Promise<string | null>
  confirmWebsite(host: string): Promise<boolean>
}

/** Native dialogs are main's alone: a page that has been taken over can ask for one, and cannot answer it. */
export function createDialogs(window: () => BaseWindow | null, texts: () => MainTexts): Dialogs {
  const filters = () => [
    { name: texts().dialog.vaultFiles, extensions: [VAULT_EXTENSION.slice(1)] },
    { name: texts().dialog.allFiles, extensions: ['*'] }
  ]

  async function save(title: string, buttonLabel: string, defaultPath: string): Promise<string | null> {
    const options = { title, buttonLabel, defaultPath, filters: filters(), properties: ['createDirectory' as const] }
    const owner = window()
    const { canceled, filePath } = await (owner
      ? dialog.showSaveDialog(owner, options)
      : dialog.showSaveDialog(options))
    return canceled || filePath === '' ? null : withExtension(filePath)
  }

  const beside = (vault: string, name: string): string => join(dirname(vault), name)
  const inDocuments = (name: string): string => join(app.getPath('documents'), name)

  return {
    async chooseVault() {
      const { openVault, open } = texts().dialog
      const options = { title: openVault, buttonLabel: open, filters: filters(), properties: ['openFile' as const] }
      const owner = window()
      const { canceled, filePaths } = await (owner
        ? dialog.showOpenDialog(owner, options)
        : dialog.showOpenDialog(options))
      return canceled ? null : (filePaths[0] ?? null)
    },
    choosePlace(name) {
      const { newVault, create } = texts().dialog
      return save(newVault, create, inDocuments(fileNameFor(name, texts().defaultVaultName)))
    },
    chooseExportTarget(vault) {
      const { exportBackup, write, backupName } = texts().dialog
      const day = new Date().toISOString().slice(0, 10)
      return save(exportBackup, write, inDocuments(backupName(vaultNameOf(vault), day)))
    },
    chooseRestoreTarget(vault) {
      const { restoreBackup, restore } = texts().dialog
      return save(restoreBackup, restore, vault ?? inDocuments(withExtension(texts().defaultVaultName)))
    },
    chooseSalvageTarget(vault) {
      const { salvage, write, salvagedName } = texts().dialog
      return save(salvage, write, beside(vault, salvagedName(vaultNameOf(vault))))
    },
    chooseCopyTarget(vault) {
      const { saveCopy, write, copyName } = texts().dialog
      return save(saveCopy, write, inDocuments(copyName(vaultNameOf(vault), new Date().toISOString().slice(0, 10))))
    },
    async confirmWebsite(host) {
      const { openWebsite, openWebsiteDetail, open, cancel } = texts().dialog
      const options = {
        type: 'question' as const,
        message: openWebsite(host),
        detail: openWebsiteDetail,
        buttons: [open, cancel],
        defaultId: 0,
        cancelId: 1,
        noLink: true
      }
      const owner = window()
      const { response } = await (owner ? dialog.showMessageBox(owner, options) : dialog.showMessageBox(options))
      return response === 0
    }
  }
}
