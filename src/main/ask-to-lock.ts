const PATIENCE_MS = 1500

export type AskToLock = {
  /** Settles when the vault is locked. */
  ask(): Promise<void>
  /** The vault is locked: nothing is left to wait for. */
  done(): void
}

/**
 * Locking from the menu. The page is asked first, so that an open editor is kept as a draft; a page that hangs, or has
 * been taken over, gets no say after `PATIENCE_MS`.
 */
export function createAskToLock(askPage: () => void, lock: () => Promise<void>): AskToLock {
  let timer: NodeJS.Timeout | null = null
  let locked: Promise<void> | null = null
  let settle = (): void => {}
  const done = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    locked = null
    settle()
  }
  return {
    ask() {
      askPage()
      if (locked !== null) return locked
      timer = setTimeout(() => void lock().finally(done), PATIENCE_MS)
      locked = new Promise((resolve) => {
        settle = resolve
      })
      return locked
    },
    done
  }
}
