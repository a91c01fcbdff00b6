import { Worker } from 'node:worker_threads'
import { VaultError } from '../../core/errors.ts'
import type { Argon2Params, KdfAnswer, KdfRequest } from './kdf-message.ts'

export type KdfWorker = {
  /** Once only. The bytes of the answer are the caller's. INTERNAL, CANCELLED when the worker is ended meanwhile. */
  derive(password: Uint8Array, params: Argon2Params): Promise<Uint8Array>
  end(): Promise<void>
}

export function startWorker(file: string): KdfWorker {
  // Nothing of the environment or the arguments is the worker's business.
  const worker = new Worker(file, { env: {}, argv: [], execArgv: [] })
  // A worker that waits for work must not keep a finished command alive.
  worker.unref()
  // One that fails before it is asked tells when it is.
  let failed: Error | null = null
  worker.on('error', (error: Error) => {
    failed = error
  })
  const ended = new AbortController()
  return {
    async derive(password, params) {
      if (failed !== null) throw workerError(failed)
      worker.ref()
      return answerOf(worker, password, params, ended.signal)
    },
    async end() {
      // The native code only stops when it is done; nobody has to wait for that.
      ended.abort()
      await worker.terminate()
    }
  }
}

async function answerOf(
  worker: Worker,
  password: Uint8Array,
  params: Argon2Params,
  ended: AbortSignal
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    worker.once('message', (answer: KdfAnswer) => {
      if ('tag' in answer) resolve(answer.tag)
      else reject(new VaultError('INTERNAL', { reason: answer.reason }))
    })
    worker.once('error', (error: Error) => reject(workerError(error)))
    const cancelled = (): void => reject(new VaultError('CANCELLED'))
    ended.addEventListener('abort', cancelled)
    worker.once('exit', cancelled)
    // The copy is moved to the worker, which zeroes it; none of it stays on this side.
    const copy = Uint8Array.from(password)
    const request: KdfRequest = { password: copy, params }
    worker.postMessage(request, [copy.buffer])
  })
}

const workerError = (error: Error): VaultError => new VaultError('INTERNAL', { reason: 'KDF_WORKER' }, { cause: error })
