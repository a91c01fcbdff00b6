import { checkKdf, type KdfParams } from '../../core/crypto/kdf-params.ts'
import { SecretBytes } from '../../core/crypto/secret-bytes.ts'
import { VaultError } from '../../core/errors.ts'
import { startPooled } from './start-pooled.ts'
import { type KdfWorker, startWorker } from './start-worker.ts'
import { findWorkerFile } from './worker-file.ts'

/**
 * The password root: Argon2id (RFC 9106, version 0x13) of the password, 32 bytes that the caller owns. The password
 * stays the caller's. KDF_REFUSED before any memory is taken, CANCELLED, INTERNAL { reason } when the machine cannot do it.
 */
export type DeriveKey = (password: SecretBytes, params: KdfParams) => Promise<SecretBytes>

export type KdfOptions = {
  /** Ends what runs, and all that is asked later, with CANCELLED. */
  readonly signal?: AbortSignal
  /** The built worker; by default the `kdf-worker.js` beside or above the built file that this is part of. */
  readonly workerFile?: string
  /** For a process that ends when its work is done: on a thread without a heap of its own, where that can be. */
  readonly isBrief?: boolean
}

export type Kdf = { readonly deriveKey: DeriveKey; readonly close: () => Promise<void> }

/**
 * Derives keys on a thread of its own, one at a time: the calling thread goes on answering. Each worker serves one key
 * and is ended, because that is the only sure way to erase what Argon2id leaves in its memory; the first is started ahead,
 * while somebody still types.
 */
export function startKdf({ signal, workerFile = findWorkerFile(), isBrief = false }: KdfOptions = {}): Kdf {
  const start = isBrief ? startPooled : startWorker
  let next: KdfWorker | null = null
  let running: KdfWorker | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let isClosed = false

  async function derive(password: SecretBytes, params: KdfParams): Promise<SecretBytes> {
    if (isClosed || signal?.aborted) throw new VaultError('CANCELLED')
    const worker = next ?? start(workerFile)
    next = null
    running = worker
    try {
      return SecretBytes.own(await worker.derive(password.bytes, params))
    } finally {
      if (isClosed) void worker.end()
      else await worker.end()
      running = null
    }
  }

  async function close(): Promise<void> {
    isClosed = true
    signal?.removeEventListener('abort', abort)
    await Promise.all([next?.end(), running?.end()])
    next = null
  }

  const abort = (): void => void close()
  signal?.addEventListener('abort', abort)
  if (signal?.aborted) isClosed = true
  else next = start(workerFile)

  return {
    close,
    async deriveKey(password, params) {
      checkKdf(params)
      // Two at a time would take twice the memory that the bounds allow.
      const derived = turn.then(async () => derive(password, params))
      turn = derived.catch(() => {})
      return derived
    }
  }
}
