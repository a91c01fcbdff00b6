import { writeFile } from 'node:fs/promises'
import { VaultError } from '../core/errors.ts'

/** A receipt names items and fields: for its owner's eyes. The user has chosen the place, and what may be overwritten. */
export async function writeReceipt(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { mode: 0o600 })
  } catch (error) {
    throw new VaultError('IO', {}, { cause: error })
  }
}
