import type { SystemClipboard } from './guarded-clipboard.ts'
import { DONE, isHashOf, parseHashLine, type SaltedHash } from './salted-hash.ts'

/** Longer than any line of ours. */
const MOST_LINE = 200
/** A clipboard manager takes over what a program leaves behind only once that is gone. In milliseconds after each other. */
const LOOKS = [0, 200, 800, 2000]

type Watched = Pick<SystemClipboard, 'readText' | 'clear'>

/**
 * The whole work of the watchdog: `input` tells the hash of each copy, then DONE. When it ends without that, main was
 * killed, and what it copied last is cleared if it still lies there. All that anyone can reach by starting it himself is
 * to clear a clipboard whose content he knows.
 */
export async function watchClipboard(
  input: AsyncIterable<string | Buffer>,
  clipboard: Watched,
  wait: (milliseconds: number) => Promise<void> = after
): Promise<void> {
  const last = await lastCopied(input)
  if (last === null) return
  for (const pause of LOOKS) {
    await wait(pause)
    if (await holds(clipboard, last)) clipboard.clear()
  }
}

async function lastCopied(input: AsyncIterable<string | Buffer>): Promise<SaltedHash | null> {
  let last: SaltedHash | null = null
  let rest = ''
  try {
    for await (const chunk of input) {
      const lines = `${rest}${chunk.toString()}`.split('\n')
      rest = (lines.pop() ?? '').slice(-MOST_LINE)
      if (lines.includes(DONE)) return null
      last = lines.map(parseHashLine).findLast((each) => each !== null) ?? last
    }
  } catch {
    // A pipe that breaks is one that ends.
  }
  return last
}

/** As in guardedClipboard: a lost copy is the smaller harm than a password left behind. */
async function holds(clipboard: Watched, hash: SaltedHash): Promise<boolean> {
  const text = await clipboard.readText().catch(() => null)
  return text === null || isHashOf(text, hash)
}

const after = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
