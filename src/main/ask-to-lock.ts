const PATIENCE_MS = 1500

export type AskToLock = {
  ask(): void
  /** The vault is locked: nothing is left to wait for. */
  done(): void
}

/**
 * Locking from the menu. The page is asked first, so that an open editor is kept as a draft; a page that hangs, or has
 * been taken over, gets no say after `PATIENCE_MS`.
 */
export function createAskToLock(askPage: () => void, lock: () => void): AskToLock {
  let timer: NodeJS.Timeout | null = null
  const done = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  return {
    ask() {
      askPage()
      timer ??= setTimeout(() => {
        done()
        lock()
      }, PATIENCE_MS)
    },
    done
  }
}
