import { BLANK_URL, PAGE_URL } from './ipc/trusted-frame.ts'
import type { Log } from './log.ts'

/** What is asked of Electron's `WebContents`. */
export type PageContents = {
  isDestroyed(): boolean
  /** Chromium's number for the process that draws the page. */
  getProcessId(): number
  loadURL(url: string): Promise<void>
  forcefullyCrashRenderer(): void
}

/**
 * Begins the page anew in a process that has seen nothing. Strings of a page cannot be overwritten, so what it showed
 * ends with its process: the blank page is of another site, which Chromium gives a process of its own and ends the old
 * one. Where it should not, the old one is ended by force. A page that hangs has no say in either.
 */
export async function freshPage(contents: PageContents, log: Log): Promise<void> {
  if (contents.isDestroyed()) return
  const used = contents.getProcessId()
  const failed = (): void => log('session', { code: 'page-not-renewed' })
  await contents.loadURL(BLANK_URL).catch(failed)
  if (contents.isDestroyed()) return
  if (contents.getProcessId() === used) contents.forcefullyCrashRenderer()
  await contents.loadURL(PAGE_URL).catch(failed)
}
