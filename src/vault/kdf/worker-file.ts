import { VaultError } from '../../core/errors.ts'
import { findBuiltFile } from '../built-file.ts'

/** The built worker: beside the built file that this became part of, or above it. INTERNAL when it is not there. */
export function findWorkerFile(start?: string): string {
  const file = findBuiltFile('kdf-worker.js', start)
  if (file === null) throw new VaultError('INTERNAL', { reason: 'KDF_WORKER' })
  return file
}
