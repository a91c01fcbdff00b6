import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** What was still under way at the first time. */
const AGAIN_MS = 1500

/**
 * Gives a function that erases what main no longer refers to: the master password and the titles that went through it.
 * Strings cannot be overwritten, and V8 leaves the bytes of what it has collected where they are, unless it is told to
 * clear them. To be called before anything secret comes. Buffers of messages, which are not V8's, are beyond its reach.
 */
export function createForget(): () => void {
  setFlagsFromString('--clear-free-memory')
  setFlagsFromString('--expose-gc')
  // V8's own function, made for this context.
  const collect = runInNewContext('gc') as () => void
  setFlagsFromString('--no-expose-gc')
  return () => {
    collect()
    setTimeout(collect, AGAIN_MS).unref()
  }
}
