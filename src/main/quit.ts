type QuitEvent = { preventDefault(): void }
export type QuittingApp = {
  on(event: 'before-quit', listener: (event: QuitEvent) => void): unknown
  on(event: 'window-all-closed', listener: () => void): unknown
  quit(): void
}

const LONGEST_MS = 5000

/**
 * Quitting locks first: the vault process gets to finish its save, and the clipboard is cleared while we can still look
 * at it. A lock that hangs does not keep the app; the end of the processes is a lock too.
 */
export function lockBeforeQuit(app: QuittingApp, lock: () => Promise<unknown>): void {
  let state: 'running' | 'locking' | 'locked' = 'running'
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', (event) => {
    if (state === 'locked') return
    event.preventDefault()
    if (state === 'locking') return
    state = 'locking'
    void Promise.race([lock().catch(() => {}), after(LONGEST_MS)]).then(() => {
      state = 'locked'
      app.quit()
    })
  })
}

const after = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
