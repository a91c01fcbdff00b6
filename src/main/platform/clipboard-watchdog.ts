import { DONE, hashLine, type SaltedHash } from './salted-hash.ts'

/** What is used of a child process. */
export type WatchdogProcess = {
  readonly stdin: {
    write(text: string): unknown
    end(text: string): unknown
    on(event: 'error', listener: () => void): unknown
  } | null
  once(event: 'exit' | 'error', listener: () => void): unknown
}

/** A second process that clears the clipboard when this one is killed; it lives only while something of ours is there. */
export type ClipboardWatchdog = {
  /** Before the copy: a kill between the two must find it told. */
  guard(hash: SaltedHash): void
  /** Nothing of ours is on the clipboard any more. */
  done(): void
}

export const NO_WATCHDOG: ClipboardWatchdog = { guard: () => {}, done: () => {} }

/** Where none can be started, copies clear themselves all the same as long as the app runs. */
export function createClipboardWatchdog(start: () => WatchdogProcess): ClipboardWatchdog {
  let running: WatchdogProcess | null = null

  function begin(): WatchdogProcess {
    const mine = start()
    const gone = (): void => {
      if (running === mine) running = null
    }
    mine.once('exit', gone)
    mine.once('error', gone)
    mine.stdin?.on('error', gone)
    return mine
  }

  return {
    guard(hash) {
      try {
        running ??= begin()
        // The pipe keeps it until the process has started, and after this one has ended.
        running.stdin?.write(hashLine(hash))
      } catch {
        running = null
      }
    },
    done() {
      running?.stdin?.end(`${DONE}\n`)
      running = null
    }
  }
}
