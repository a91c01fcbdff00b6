import { join } from 'node:path'
import { app, BrowserWindow, screen } from 'electron'
import { VaultError } from '../core/errors.ts'
import { PAGE_URL } from './ipc/trusted-frame.ts'
import type { Log } from './log.ts'
import type { SettingsStore } from './settings-store.ts'
import { webPreferences } from './web-preferences.ts'
import { LEAST_SIZE, openingBounds } from './window-place.ts'

/** Made once; the page is loaded by `showPage` when everything that answers it is in place. */
export function createWindow(store: SettingsStore, log: Log): BrowserWindow {
  const place = store.read().window
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow({
    ...openingBounds(place, areas),
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    title: 'Coffer',
    show: false,
    webPreferences: webPreferences(join(import.meta.dirname, '../preload/index.cjs'), app.isPackaged)
  })
  if (place.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  // A title is seen in task lists and by every program of the desktop: the page has no say in it.
  window.on('page-title-updated', (event) => event.preventDefault())
  window.on('close', () => {
    keepPlace(window, store).catch(() => log('window', { code: 'place-not-kept' }))
  })
  return window
}

export async function showPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(PAGE_URL)
}

/** The page on paper, A4, as its print style draws it: what `print` would send to a printer. INTERNAL without a window. */
export async function printedPage(window: BrowserWindow | null): Promise<Uint8Array> {
  if (window === null) throw new VaultError('INTERNAL')
  return window.webContents.printToPDF({ pageSize: 'A4', printBackground: true })
}

/** Settles when the disk has it, and all that was changed before; without a window there is nothing new. */
export function keepPlace(window: BrowserWindow | null, store: SettingsStore): Promise<void> {
  if (window === null) return store.change({})
  const { width, height, x, y } = window.getNormalBounds()
  return store.change({ window: { width, height, at: { x, y }, maximized: window.isMaximized() } })
}
