import { app, type BrowserWindow } from 'electron'
import { createCloseToTray } from './close-to-tray.ts'
import { copyPassphrase } from './copy-passphrase.ts'
import type { Desk } from './desk.ts'
import type { VaultSide } from './start-vault.ts'
import { tellOutside } from './tell-outside.ts'
import { createTrayIcon } from './tray.ts'
import { type TrayCommand, trayTemplate } from './tray-menu.ts'

/** Milliseconds. */
const TIP_STAYS = 30_000

export type TraySide = {
  /** For when the settings changed. */
  readonly refresh: () => void
  /** Closing this window hides it while there is an icon to bring it back. */
  readonly keep: (window: BrowserWindow) => void
  /** Brings the window to the front. */
  readonly open: () => void
}

export function startTray({ settings, texts, page, log }: Desk, vault: VaultSide): TraySide {
  let isQuitting = false
  app.on('before-quit', () => {
    isQuitting = true
  })
  const open = (): void => void toTray.bringBack(page.window())
  const icon = createTrayIcon(open, log)
  const toTray = createCloseToTray({ isKept: () => !isQuitting && icon.isShown(), closeUp: vault.closeUp })
  /** The menu closes without a word, and the window may be hidden. */
  const tell = (words: string): void => {
    if (page.window()?.isFocused() !== true && !tellOutside('Coffer', words)) icon.tip(words, TIP_STAYS)
  }
  async function newPassphrase(): Promise<void> {
    try {
      await copyPassphrase(vault)
      tell(texts().tray.copied(settings().clearClipboardAfterSeconds))
    } catch {
      log('tray', { code: 'not-copied' })
      tell(texts().tray.notCopied)
    }
  }
  const commands: Readonly<Record<TrayCommand, () => void>> = {
    open,
    lock: () => void vault.askToLock.ask(),
    passphrase: () => void newPassphrase(),
    quit: () => app.quit()
  }
  const refresh = (): void => {
    const isUnlocked = vault.session.openPath() !== null
    icon.show(settings().closeToTray ? trayTemplate(texts().tray, isUnlocked, (command) => commands[command]()) : null)
  }
  vault.onLockState(refresh)
  // A click on the icon in the dock of macOS.
  app.on('activate', open)
  refresh()
  return { refresh, keep: toTray.keep, open }
}
