import { VaultError } from '../../core/errors.ts'
import type { Argon2, Argon2Params } from './kdf-message.ts'
import { loadPooled } from './native.ts'
import { type KdfWorker, startWorker } from './start-worker.ts'

/**
 * For a process that derives one key and ends: a worker's own JavaScript engine would add a fifth to the most memory that
 * it needs. The block that Argon2id fills goes back to the system either way, and a copy of the password that the native
 * code keeps outlives neither it nor the process. Where that code does not load, a worker does it.
 */
export function startPooled(workerFile: string, loading: Promise<Argon2 | null> = loadPooled()): KdfWorker {
  const ended = new AbortController()
  let worker: KdfWorker | null = null
  return {
    async derive(password, params) {
      const argon2 = await loading
      if (ended.signal.aborted) throw new VaultError('CANCELLED')
      if (argon2 !== null) return unlessEnded(onOwnCopy(argon2, password, params), ended.signal)
      worker = startWorker(workerFile)
      return worker.derive(password, params)
    },
    async end() {
      ended.abort()
      await worker?.end()
    }
  }
}

/** The caller may zero its password as soon as it is told of the end, while the thread still reads. */
async function onOwnCopy(argon2: Argon2, password: Uint8Array, params: Argon2Params): Promise<Uint8Array> {
  const copy = Uint8Array.from(password)
  try {
    return await argon2(copy, params)
  } catch (error) {
    // A name says enough; a message could hold anything.
    throw new VaultError('INTERNAL', { reason: error instanceof Error ? error.name : 'UNKNOWN' })
  } finally {
    copy.fill(0)
  }
}

/** The native code only stops when it is done; nobody has to wait for that, and nobody gets what comes then. */
async function unlessEnded(deriving: Promise<Uint8Array>, ended: AbortSignal): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    ended.addEventListener('abort', () => reject(new VaultError('CANCELLED')), { once: true })
    deriving.then((tag) => {
      if (ended.aborted) tag.fill(0)
      else resolve(tag)
    }, reject)
  })
}
