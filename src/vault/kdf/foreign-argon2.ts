import { VaultError } from '../../core/errors.ts'
import type { Argon2Params } from './kdf-message.ts'
import { startWorker } from './start-worker.ts'
import { findWorkerFile } from './worker-file.ts'

/** Argon2 for the file of another program: 32 bytes that the caller owns. IMPORT_REFUSED { reason }, CANCELLED, INTERNAL. */
export type DeriveForeign = (
  password: Uint8Array,
  params: Required<Argon2Params>,
  signal?: AbortSignal
) => Promise<Uint8Array>

const GIB_IN_KIB = 2 ** 20

/** A foreign file names its own numbers: within these, deriving ends in seconds and fits; others go below our own floor. */
const LIMITS = {
  memoryKiB: [8, GIB_IN_KIB],
  passes: [1, 10_000],
  lanes: [1, 32],
  saltLength: [8, 64],
  memoryTimesPassesKiB: 16 * GIB_IN_KIB
} as const

/** On a worker's thread, which is ended with all that it holds. The numbers are checked before it is started. */
export function foreignArgon2(workerFile?: string): DeriveForeign {
  return async (password, params, signal) => {
    checkForeignArgon2(params)
    if (signal?.aborted) throw new VaultError('CANCELLED')
    const worker = startWorker(workerFile ?? findWorkerFile())
    const end = (): void => void worker.end()
    signal?.addEventListener('abort', end, { once: true })
    try {
      return await worker.derive(password, params)
    } finally {
      signal?.removeEventListener('abort', end)
      await worker.end()
    }
  }
}

/** IMPORT_REFUSED, before any memory is taken. */
export function checkForeignArgon2({ memoryKiB, passes, lanes, salt }: Argon2Params): void {
  const allowed =
    isWithin(memoryKiB, LIMITS.memoryKiB) &&
    isWithin(passes, LIMITS.passes) &&
    isWithin(lanes, LIMITS.lanes) &&
    isWithin(salt.length, LIMITS.saltLength) &&
    memoryKiB >= 8 * lanes &&
    memoryKiB * passes <= LIMITS.memoryTimesPassesKiB
  if (!allowed) throw new VaultError('IMPORT_REFUSED', { reason: 'kdf' })
}

function isWithin(value: number, [least, most]: readonly [number, number]): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}
