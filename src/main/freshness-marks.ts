import { type KeptMark, MOST_KEYCHAIN_BYTES } from '../shared/freshness-mark.ts'
import { readVaultHead } from './vault-head.ts'
import type { Keychain } from './platform/keychain.ts'

const SERVICE = 'Coffer freshness'

/** Unlocking waits for a keychain no longer than this. */
const LOOK_UP_MS = 1000
/** Saves come in bursts; a mark that lags is no harm. */
const QUIET_MS = 2000

export type FreshnessMarks = {
  /** The mark of this vault; null where the keychain has none, or does not say so in time: then the file's counts alone. */
  find(vaultId: string): Promise<string | null>
  /** The same for the vault in this file, as main hands it on: nothing where there is none. */
  findFor(path: string): Promise<{ readonly mark?: string }>
  /** Kept after a quiet moment. */
  keep(kept: KeptMark): void
  /** Writes at once what waits, and settles when the keychain has it, or took too long over it. */
  flush(): Promise<void>
}

/** Freshness marks in the keychain, one entry for each vault under its id. Without a keychain nothing happens. */
export function createFreshnessMarks(keychain: Pick<Keychain, 'glance' | 'keep'>): FreshnessMarks {
  const known = new Map<string, string>()
  const waiting = new Map<string, string>()
  let timer: NodeJS.Timeout | undefined
  let last: Promise<void> = Promise.resolve()
  // One that is locked would ask the person again after every save.
  let refused = false

  async function writeAll(): Promise<void> {
    for (const [vaultId, mark] of waiting) {
      waiting.delete(vaultId)
      if (refused || known.get(vaultId) === mark) continue
      await keychain.keep(SERVICE, vaultId, mark).then(
        () => known.set(vaultId, mark),
        () => {
          refused = true
        }
      )
    }
  }

  function write(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    last = last.then(writeAll)
    return last
  }

  async function find(vaultId: string): Promise<string | null> {
    const found = await Promise.race([keychain.glance(SERVICE, vaultId), after(LOOK_UP_MS)])
    if (typeof found !== 'string' || found.length > MOST_KEYCHAIN_BYTES) return null
    known.set(vaultId, found)
    return found
  }

  return {
    find,
    async findFor(path) {
      const head = await readVaultHead(path)
      const mark = head === null ? null : await find(head.vaultId)
      return mark === null ? {} : { mark }
    },
    keep({ vaultId, mark }) {
      waiting.set(vaultId, mark)
      timer ??= setTimeout(() => void write(), QUIET_MS)
    },
    flush: () => Promise.race([write(), after(LOOK_UP_MS)])
  }
}

const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref()
  })
