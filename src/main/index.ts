import { app } from 'electron'
import type { Settings } from '../shared/settings.ts'
import { registerAppScheme } from './app-protocol.ts'
import { createLog } from './log.ts'
import { openDesk } from './desk.ts'
import { lockBeforeQuit } from './quit.ts'
import { runWatchdog } from './run-watchdog.ts'
import { WATCHDOG_SWITCH } from './spawn-watchdog.ts'
import { refusedSwitches } from './start-guard.ts'
import { startLook } from './start-look.ts'
import { startOffers } from './start-offers.ts'
import { startPage } from './start-page.ts'
import { startTray } from './start-tray.ts'
import { startVault } from './start-vault.ts'
import { keepPagesInPlace, quietChromium } from './web-security.ts'
import { keepPlace } from './window.ts'

const log = createLog((line) => void process.stderr.write(line))

/** What has to happen before `ready`. Nothing else runs when a switch is refused or Coffer runs already. */
function start(): void {
  const refused = app.isPackaged ? refusedSwitches(process.argv.slice(1)) : []
  if (refused.length > 0) {
    for (const name of refused) log('start', { refused: name })
    return app.exit(1)
  }
  if (process.argv.includes(WATCHDOG_SWITCH)) return void runWatchdog().catch(fail)
  // The running instance is told what this one was asked to open, and comes to the front.
  if (!app.requestSingleInstanceLock()) return app.exit(0)
  app.enableSandbox()
  quietChromium()
  registerAppScheme()
  keepPagesInPlace(log)
  void app.whenReady().then(startApp).catch(fail)
}

/** The composition root: every part is made once, and knows the others only by the functions that it is given. */
async function startApp(): Promise<void> {
  const desk = await openDesk(log)
  const vault = startVault(desk)
  lockBeforeQuit(app, () => Promise.allSettled([vault.lockForQuit(), keepPlace(desk.page.window(), desk.store)]))
  const applyLook = startLook(desk, vault)
  const tray = startTray(desk, vault)
  const onSettings = (changed: Settings): void => {
    applyLook(changed)
    tray.refresh()
  }
  await startOffers(desk, tray.open)
  await startPage(desk, vault, onSettings, tray.keep)
}

/** Half a start could be half a protection: better none. */
function fail(error: unknown): void {
  log('start', { code: 'failed', error: error instanceof Error ? error.name : 'unknown' })
  if (!app.isPackaged) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  app.exit(1)
}

start()
