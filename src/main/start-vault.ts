import { app, powerMonitor } from 'electron'
import { type AskToLock, createAskToLock } from './ask-to-lock.ts'
import { createAutoLock, lockOnPowerEvents } from './auto-lock.ts'
import type { Desk } from './desk.ts'
import { systemClipboard } from './platform/clipboard.ts'
import { createClipboardWatchdog } from './platform/clipboard-watchdog.ts'
import { createGuardedClipboard, type GuardedClipboard } from './platform/guarded-clipboard.ts'
import { createForget } from './forget.ts'
import { freshPage } from './fresh-page.ts'
import { createSession, type MainSession } from './session.ts'
import { spawnVault } from './spawn-vault.ts'
import { spawnWatchdog } from './spawn-watchdog.ts'
import { vaultArguments } from './start-options.ts'
import { createVaultClient, type VaultClient } from './vault-client.ts'
import { handOnVaultEvents } from './vault-events.ts'

export type VaultSide = {
  readonly client: VaultClient
  readonly session: MainSession
  readonly clipboard: GuardedClipboard
  readonly askToLock: AskToLock
  /** Told after each unlock and each lock; one listener. */
  readonly onLockState: (listener: () => void) => void
  /** The window goes away and the app stays: settles when there is nothing left on the page that somebody could see. */
  readonly closeUp: () => Promise<void>
  /** Also clears what was copied while no vault was open. */
  readonly lockForQuit: () => Promise<void>
}

/** The vault process, which vault it has open, and everything that locks it. */
export function startVault(desk: Desk): VaultSide {
  const { page, settings, recent, lastSelected, offered, marks, keychain, afterLock, log } = desk
  const clipboard = startClipboard(desk)
  const forget = createForget()
  const beginAnew = async (): Promise<void> => {
    const contents = page.window()?.webContents
    if (contents !== undefined) await freshPage(contents, log)
    forget()
  }
  let begun: Promise<void> = Promise.resolve()
  let tellLockState = (): void => {}
  const client = startClient(desk, () => session.lost())
  const session = createSession(client, {
    unlocked(path) {
      autoLock.start()
      offered.forget()
      afterLock.opened(path)
      recent.remember(path).catch(() => log('settings', { code: 'recent-not-kept' }))
      tellLockState()
    },
    async locked(reason, goesOn) {
      autoLock.stop()
      askToLock.done()
      afterLock.locked(reason)
      page.tell('session.locked', { reason })
      if (reason !== 'quit' && !goesOn) begun = beginAnew()
      tellLockState()
      void marks.flush()
      const kept = lastSelected.keep().catch(() => log('settings', { code: 'selection-not-kept' }))
      await clipboard.clear('lock')
      await kept
    }
  })
  const autoLock = createAutoLock({
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    limitMinutes: () => settings().lockAfterMinutes,
    now: Date.now,
    lock: (reason) => void session.lock(reason),
    notice: (seconds) => page.tell('session.lockSoon', { seconds })
  })
  const askToLock = createAskToLock(
    () => page.tell('menu.command', { command: 'lock' }),
    () => session.lock('asked')
  )
  const closeUp = async (): Promise<void> => {
    if (session.openPath() !== null) await askToLock.ask()
    else {
      // A vault in the making shows its password, and a locked one what is being typed.
      await session.lock('asked')
      begun = beginAnew()
    }
    await begun
  }
  lockOnPowerEvents(powerMonitor, (reason) => void session.lock(reason))
  const lockForQuit = async (): Promise<void> => {
    await session.lock('quit')
    await clipboard.clear('lock')
    await marks.flush()
    keychain.rest()
  }
  const onLockState = (listener: () => void): void => {
    tellLockState = listener
  }
  return { client, session, clipboard, askToLock, onLockState, closeUp, lockForQuit }
}

function startClipboard({ log, settings, page }: Desk): GuardedClipboard {
  return createGuardedClipboard(
    systemClipboard(log),
    () => settings().clearClipboardAfterSeconds,
    (reason) => page.tell('clipboard.cleared', { reason }),
    createClipboardWatchdog(spawnWatchdog)
  )
}

function startClient({ page, log, marks }: Desk, onLost: () => void): VaultClient {
  const args = vaultArguments(app.getPath('userData'), process.argv, app.isPackaged)
  return createVaultClient({
    spawn: () => spawnVault(args, app.isPackaged),
    onEvent: handOnVaultEvents(page.tell, log, marks.keep),
    onLost,
    killHard: (pid) => void process.kill(pid, 'SIGKILL')
  })
}
