import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { VaultError } from '../../core/errors.ts'

const NAME = 'kdf-worker.js'
/** Shared code may be built into a folder of chunks below the entries. */
const LEVELS = 3

/** The built worker: beside the built file that this became part of, or above it. INTERNAL when it is not there. */
export function findWorkerFile(start: string = import.meta.dirname): string {
  let folder = start
  for (let level = 0; level < LEVELS; level++) {
    const file = join(folder, NAME)
    if (existsSync(file)) return file
    folder = dirname(folder)
  }
  throw new VaultError('INTERNAL', { reason: 'KDF_WORKER' })
}
