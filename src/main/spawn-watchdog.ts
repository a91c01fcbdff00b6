import { spawn } from 'node:child_process'
import { app } from 'electron'
import type { WatchdogProcess } from './platform/clipboard-watchdog.ts'

export const WATCHDOG_SWITCH = '--coffer-clipboard-watchdog'

/** Neither is for the app itself; both would make the same executable another program. */
const LEFT_OUT = new Set(['NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE'])

/** The same executable in another role: Electron's own clipboard is there on every platform, other tools are not. */
export function spawnWatchdog(): WatchdogProcess {
  const itself = app.isPackaged ? [] : [app.getAppPath()]
  const child = spawn(process.execPath, [...itself, WATCHDOG_SWITCH, '--no-startup-window'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // In a group of its own: what ends the app from a terminal must not end this with it.
    detached: true,
    windowsHide: true,
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !LEFT_OUT.has(name)))
  })
  child.unref()
  return child
}
