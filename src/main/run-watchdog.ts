import { mkdtempSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app, clipboard } from 'electron'
import { watchClipboard } from './platform/watch-clipboard.ts'

/** The app in the role of the watchdog: no window, no lock on the profile, nothing written there. */
export async function runWatchdog(): Promise<void> {
  forgetProfile()
  app.disableHardwareAcceleration()
  if (process.platform === 'darwin') app.setActivationPolicy('prohibited')
  // Not process.stdin: on Windows Electron puts an empty stream there. Nor a file's stream: the pipe does not block, and
  // one that has nothing to say yet would look broken.
  const input = new Socket({ fd: 0, readable: true, writable: false })
  await app.whenReady()
  await watchClipboard(input, { readText: () => clipboard.readText(), clear: () => clipboard.clear() })
  app.exit(0)
}

/** Chromium insists on a folder to write to. */
function forgetProfile(): void {
  const folder = mkdtempSync(join(tmpdir(), 'coffer-watchdog-'))
  app.setPath('userData', folder)
  app.setPath('sessionData', folder)
  process.on('exit', () => {
    try {
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // Windows keeps files that are in use; nothing of ours is in them.
    }
  })
}
