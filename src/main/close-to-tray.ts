/** A page that hangs must not keep the window away: by then main has locked in any case. */
const LONGEST_MS = 5000

type CloseEvent = { preventDefault(): void }

/** What is asked of Electron's `BrowserWindow`. */
export type ClosingWindow = {
  on(event: 'close', listener: (event: CloseEvent) => void): unknown
  once(event: 'leave-full-screen', listener: () => void): unknown
  isFullScreen(): boolean
  setFullScreen(on: boolean): void
  isMinimized(): boolean
  restore(): void
  hide(): void
  show(): void
  focus(): void
}

export type CloseToTrayParts = {
  /** Whether a closed window stays; false while the app quits. */
  readonly isKept: () => boolean
  /** Locks, and settles when nothing of the vault is on the page any more. */
  readonly closeUp: () => Promise<void>
}

export type CloseToTray = {
  keep(window: ClosingWindow): void
  /** Settles when the window is in front; nothing to do without one. */
  bringBack(window: ClosingWindow | null): Promise<void>
}

/** A window that is hidden instead of closed. It locks at once: whoever closes a window takes the vault for closed. */
export function createCloseToTray({ isKept, closeUp }: CloseToTrayParts): CloseToTray {
  let closing: Promise<unknown> = Promise.resolve()
  let isAway = false
  return {
    keep(window) {
      window.on('close', (event) => {
        if (!isKept()) return
        event.preventDefault()
        isAway = true
        hide(window, () => isAway)
        closing = closeUp().catch(() => {})
      })
    },
    async bringBack(window) {
      // Shown earlier, it would show for a moment what the vault still holds.
      await Promise.race([closing, after(LONGEST_MS)])
      isAway = false
      if (window === null) return
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    }
  }
}

/** macOS leaves a black screen behind where a window in full screen is hidden; leaving that takes a second. */
function hide(window: ClosingWindow, isStillAway: () => boolean): void {
  if (!window.isFullScreen()) return window.hide()
  window.once('leave-full-screen', () => {
    // Somebody may have asked for it again meanwhile.
    if (isStillAway()) window.hide()
  })
  window.setFullScreen(false)
}

const after = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
