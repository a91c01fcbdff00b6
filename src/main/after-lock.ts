import type { LockReason } from '../shared/events.ts'

export type Wish = { readonly path: string | null }

export type AfterLock = {
  /** Why this vault is locked; null when it was not open before. */
  reason(path: string): LockReason | null
  /** What the user wants next: a vault, or with a null path one that is yet to be made. Null: the same vault again. */
  wish(): Wish | null
  opened(path: string): void
  locked(reason: LockReason): void
  leaveFor(wish: Wish): void
}

/** What the page of before cannot hand on to the one that begins anew, because locking ends its process. */
export function createAfterLock(): AfterLock {
  let last: string | null = null
  let why: LockReason | null = null
  let wanted: Wish | null = null
  return {
    reason: (path) => (path === last ? why : null),
    wish: () => wanted,
    opened(path) {
      last = path
      why = null
      wanted = null
    },
    locked(reason) {
      why = reason
    },
    leaveFor(wish) {
      wanted = wish
    }
  }
}
