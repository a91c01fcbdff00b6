import { join } from 'node:path'
import { type BrowserWindow, clipboard, session as sessions, shell } from 'electron'
import type { Handlers, ServedBy } from '../shared/api.ts'
import type { Settings } from '../shared/settings.ts'
import { sendToNetwork } from './breach-network.ts'
import { askRange } from './breach-request.ts'
import { type BreachRun, createBreachRun } from './breach-run.ts'
import { serveAppFiles } from './app-protocol.ts'
import type { Desk } from './desk.ts'
import { attachmentHandlers } from './handlers/attachment-handlers.ts'
import { appHandlers } from './handlers/app-handlers.ts'
import { backupHandlers } from './handlers/backup-handlers.ts'
import { codeHandlers } from './handlers/code-handlers.ts'
import { copyHandlers } from './handlers/copy-handlers.ts'
import { breachHandlers } from './handlers/breach-handlers.ts'
import { mergeHandlers } from './handlers/merge-handlers.ts'
import { deviceKeyHandlers } from './handlers/device-key-handlers.ts'
import { exportHandlers } from './handlers/export-handlers.ts'
import { importHandlers } from './handlers/import-handlers.ts'
import { journalHandlers } from './handlers/journal-handlers.ts'
import { recoveryHandlers } from './handlers/recovery-handlers.ts'
import { shareHandlers } from './handlers/share-handlers.ts'
import { vaultHandlers } from './handlers/vault-handlers.ts'
import { createPastedText } from './pasted-text.ts'
import { clipboardImage } from './platform/clipboard.ts'
import { createRouter } from './ipc/router.ts'
import { servePage } from './ipc/serve-page.ts'
import { isTrustedFrame } from './ipc/trusted-frame.ts'
import type { VaultSide } from './start-vault.ts'
import { looksLikeVault } from './vault-file-check.ts'
import { writeReceipt } from './write-receipt.ts'
import { PARTITION } from './web-preferences.ts'
import { closeSession } from './web-security.ts'
import { createSheetDialog } from './sheet-dialog.ts'
import { createWindow, printedPage, showPage } from './window.ts'

/** First what guards the page and answers it, then the page. */
export async function startPage(
  desk: Desk,
  vault: VaultSide,
  onSettings: (settings: Settings) => void,
  onWindow: (window: BrowserWindow) => void
): Promise<void> {
  const { page, log, handles, store } = desk
  const webSession = sessions.fromPartition(PARTITION)
  closeSession(webSession, log)
  await serveAppFiles(webSession, join(import.meta.dirname, '../renderer'))
  const contents = () => page.window()?.webContents ?? null
  servePage({
    contents,
    route: createRouter({
      handlers: allHandlers(desk, vault, onSettings),
      callVault: vault.client.call,
      holding: vault.session.holding,
      isTrusted: (sender) => isTrustedFrame(sender, contents()),
      log
    }),
    takeDropped: async (path, as) => (as !== 'vault' || (await looksLikeVault(path)) ? handles.issue(path) : null)
  })
  const window = createWindow(store, log)
  page.show(window)
  onWindow(window)
  await showPage(window)
}

function startBreachRun({ settings, page }: Desk, { client, session }: VaultSide): BreachRun {
  return createBreachRun({
    client,
    mayAsk: () => settings().breachOnline,
    isOpen: () => session.openPath() !== null,
    askRange: (prefix, signal) => askRange(sendToNetwork, prefix, signal),
    tell: (progress) => page.tell('job.progress', progress)
  })
}

function allHandlers(
  desk: Desk,
  vault: VaultSide,
  onSettings: (settings: Settings) => void
): Handlers<ServedBy<'main'>> {
  const { offered, recent, dialogs } = desk
  const parts = { ...desk, ...vault, pasted: createPastedText(desk.handles), breachRun: startBreachRun(desk, vault) }
  return {
    ...appHandlers({
      ...parts,
      onSettings,
      vaultToOffer: () => offered.path() ?? recent.paths()[0] ?? null,
      confirmWebsite: dialogs.confirmWebsite,
      confirmBreachOnline: dialogs.confirmBreachOnline,
      // Looked up at the call: tests stand in for the browser there.
      openInBrowser: (url) => shell.openExternal(url)
    }),
    ...vaultHandlers(parts),
    ...copyHandlers(vault.client, vault.clipboard),
    ...codeHandlers(clipboardImage),
    ...backupHandlers(parts),
    ...exportHandlers(parts),
    ...shareHandlers({
      ...parts,
      copyPublic: async (text) => clipboard.writeText(text),
      readClipboard: async () => clipboard.readText()
    }),
    ...importHandlers({ ...parts, looksLikeVault, writeReceipt }),
    ...mergeHandlers(parts),
    ...breachHandlers(parts),
    ...journalHandlers(parts),
    ...deviceKeyHandlers(parts),
    ...attachmentHandlers(parts),
    ...recoveryHandlers({
      chooseSheetTarget: createSheetDialog(desk.page.window, desk.texts),
      printPage: async () => printedPage(desk.page.window()),
      // Where the words are shown before there is a vault to note it in, nothing is noted.
      onSaved: () => void vault.client.ask('journal.printed', undefined).catch(() => {})
    })
  }
}
