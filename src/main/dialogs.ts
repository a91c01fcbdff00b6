import { basename, dirname, join } from 'node:path'
import { type BaseWindow, app, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron'
import type { ExportFormat } from '../shared/export-views.ts'
import { REQUESTS } from '../shared/requests.ts'
import { EXPORT_EXTENSIONS } from './export-extensions.ts'
import { fileNameFor, VAULT_EXTENSION, vaultNameOf, withExtension } from './file-names.ts'
import type { MainTexts } from './texts/en.ts'

export type Dialogs = {
  /** Paths that the user chose; null = cancelled. */
  chooseVault(): Promise<string | null>
  choosePlace(name: string): Promise<string | null>
  chooseExportTarget(vault: string): Promise<string | null>
  chooseExportFile(vault: string, format: ExportFormat): Promise<string | null>
  chooseShareFile(): Promise<string | null>
  chooseJournalFile(vault: string): Promise<string | null>
  chooseRestoreTarget(vault: string | null): Promise<string | null>
  chooseSalvageTarget(vault: string): Promise<string | null>
  chooseCopyTarget(vault: string): Promise<string | null>
  chooseForeignFile(): Promise<string | null>
  chooseForeignFolder(): Promise<string | null>
  chooseKeyFile(): Promise<string | null>
  chooseReceiptTarget(): Promise<string | null>
  chooseBreachFile(): Promise<string | null>
  chooseBreachFolder(): Promise<string | null>
  confirmRemoveSource(path: string): Promise<boolean>
  confirmWebsite(host: string): Promise<boolean>
  confirmBreachOnline(): Promise<boolean>
}

/** Native dialogs are main's alone: a page that has been taken over can ask for one, and cannot answer it. */
export function createDialogs(window: () => BaseWindow | null, texts: () => MainTexts): Dialogs {
  const filters = () => [
    { name: texts().dialog.vaultFiles, extensions: [VAULT_EXTENSION.slice(1)] },
    { name: texts().dialog.allFiles, extensions: ['*'] }
  ]

  async function saveAs(options: SaveDialogOptions): Promise<string | null> {
    const owner = window()
    const { canceled, filePath } = await (owner
      ? dialog.showSaveDialog(owner, options)
      : dialog.showSaveDialog(options))
    return canceled || filePath === '' ? null : filePath
  }

  async function save(title: string, buttonLabel: string, defaultPath: string): Promise<string | null> {
    const options = { title, buttonLabel, defaultPath, filters: filters(), properties: ['createDirectory' as const] }
    const path = await saveAs(options)
    return path === null ? null : withExtension(path)
  }

  /** One file; null = cancelled. */
  async function openOne(options: OpenDialogOptions): Promise<string | null> {
    const owner = window()
    const { canceled, filePaths } = await (owner
      ? dialog.showOpenDialog(owner, options)
      : dialog.showOpenDialog(options))
    return canceled ? null : (filePaths[0] ?? null)
  }

  async function confirm(message: string, detail: string, action: string): Promise<boolean> {
    const buttons = [action, texts().dialog.cancel]
    const options = { type: 'question' as const, message, detail, buttons, defaultId: 0, cancelId: 1, noLink: true }
    const owner = window()
    const { response } = await (owner ? dialog.showMessageBox(owner, options) : dialog.showMessageBox(options))
    return response === 0
  }

  const beside = (vault: string, name: string): string => join(dirname(vault), name)
  const inDocuments = (name: string): string => join(app.getPath('documents'), name)

  return {
    async chooseVault() {
      const { openVault, open } = texts().dialog
      return openOne({ title: openVault, buttonLabel: open, filters: filters(), properties: ['openFile'] })
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
    chooseExportFile(vault, format) {
      const { exportFile, write, exportName } = texts().dialog
      const name = exportName(vaultNameOf(vault), new Date().toISOString().slice(0, 10))
      const defaultPath = inDocuments(`${name}.${EXPORT_EXTENSIONS[format]}`)
      return saveAs({ title: exportFile, buttonLabel: write, defaultPath, properties: ['createDirectory'] })
    },
    chooseShareFile() {
      const { shareFile, write, shareName } = texts().dialog
      // Without the title: the name of the file is not sealed.
      const defaultPath = inDocuments(`${shareName}.age`)
      return saveAs({ title: shareFile, buttonLabel: write, defaultPath, properties: ['createDirectory'] })
    },
    chooseJournalFile(vault) {
      const { journalFile, write, journalName } = texts().dialog
      const name = journalName(vaultNameOf(vault), new Date().toISOString().slice(0, 10))
      const defaultPath = inDocuments(`${name}.csv`)
      return saveAs({ title: journalFile, buttonLabel: write, defaultPath, properties: ['createDirectory'] })
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
    chooseForeignFile() {
      const { importFile, open } = texts().dialog
      return openOne({ title: importFile, buttonLabel: open, properties: ['openFile', 'showHiddenFiles'] })
    },
    chooseForeignFolder() {
      const { importFile, open } = texts().dialog
      return openOne({ title: importFile, buttonLabel: open, properties: ['openDirectory', 'showHiddenFiles'] })
    },
    chooseKeyFile() {
      const { keyFile, open } = texts().dialog
      return openOne({ title: keyFile, buttonLabel: open, properties: ['openFile', 'showHiddenFiles'] })
    },
    chooseReceiptTarget() {
      const { saveReceipt, write, receiptName } = texts().dialog
      const defaultPath = inDocuments(`${receiptName(new Date().toISOString().slice(0, 10))}.txt`)
      return saveAs({ title: saveReceipt, buttonLabel: write, defaultPath, properties: ['createDirectory'] })
    },
    chooseBreachFile() {
      const { breachFile, open } = texts().dialog
      return openOne({ title: breachFile, buttonLabel: open, properties: ['openFile', 'showHiddenFiles'] })
    },
    chooseBreachFolder() {
      const { breachFolder, open } = texts().dialog
      return openOne({ title: breachFolder, buttonLabel: open, properties: ['openDirectory', 'showHiddenFiles'] })
    },
    confirmRemoveSource(path) {
      const { removeSource, removeSourceDetail, remove } = texts().dialog
      return confirm(removeSource(basename(path)), removeSourceDetail, remove)
    },
    confirmWebsite(host) {
      const { openWebsite, openWebsiteDetail, open } = texts().dialog
      return confirm(openWebsite(host), openWebsiteDetail, open)
    },
    confirmBreachOnline() {
      const { breachOnline, breachOnlineDetail, allow } = texts().dialog
      return confirm(breachOnline, breachOnlineDetail(new URL(REQUESTS.breachRange.url).host), allow)
    }
  }
}
