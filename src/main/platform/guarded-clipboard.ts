import type { EventPayload } from '../../shared/events.ts'
import { type ClipboardWatchdog, NO_WATCHDOG } from './clipboard-watchdog.ts'
import { isHashOf, type SaltedHash, saltedHash } from './salted-hash.ts'

export type SystemClipboard = {
  /** With the platform's marks for concealed text where it takes them. */
  writeConcealed(text: string): Promise<void>
  readText(): Promise<string>
  clear(): void
}

export type ClearReason = EventPayload<'clipboard.cleared'>['reason']

export type GuardedClipboard = {
  /** Milliseconds since the epoch at which it will be cleared. */
  copy(text: string): Promise<{ clearsAt: number }>
  /** Settles when our value is gone from the clipboard, or was not there any more. */
  clear(reason: 'asked' | 'lock'): Promise<void>
}

/**
 * Copies that clear themselves: after `seconds()`, when asked, and on lock; but only while the clipboard still holds
 * our value, since by then the user may have copied something else.
 */
export function createGuardedClipboard(
  system: SystemClipboard,
  seconds: () => number,
  onCleared: (reason: ClearReason) => void,
  watchdog: ClipboardWatchdog = NO_WATCHDOG
): GuardedClipboard {
  let ours: { readonly hash: SaltedHash; readonly timer: NodeJS.Timeout } | null = null
  let last: Promise<unknown> = Promise.resolve()

  /** One after the other: a lock while a copy is being written must find that copy, and clear it. */
  function inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
    const next = last.then(act)
    last = next.catch(() => {})
    return next
  }

  /** A clipboard that cannot be read counts as ours: a lost copy is the smaller harm than a password left behind. */
  async function holds(hash: SaltedHash): Promise<boolean> {
    const text = await system.readText().catch(() => null)
    return text === null || isHashOf(text, hash)
  }

  async function clearNow(reason: ClearReason): Promise<void> {
    if (ours === null) return
    const { hash, timer } = ours
    ours = null
    clearTimeout(timer)
    const still = await holds(hash)
    if (still) system.clear()
    watchdog.done()
    onCleared(still ? reason : 'replaced')
  }

  async function copyNow(text: string): Promise<{ clearsAt: number }> {
    const delay = seconds() * 1000
    const hash = saltedHash(text)
    watchdog.guard(hash)
    await system.writeConcealed(text).catch((error: unknown) => {
      // What was copied before is there still.
      if (ours === null) watchdog.done()
      else watchdog.guard(ours.hash)
      throw error
    })
    if (ours !== null) clearTimeout(ours.timer)
    ours = { hash, timer: setTimeout(() => void inTurn(() => clearNow('time')), delay) }
    return { clearsAt: Date.now() + delay }
  }

  return {
    copy: (text) => inTurn(() => copyNow(text)),
    clear: (reason) => inTurn(() => clearNow(reason))
  }
}
