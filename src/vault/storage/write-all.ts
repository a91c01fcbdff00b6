import { VaultError } from '../../core/errors.ts'
import type { OpenFile } from './vault-fs.ts'

/** Writes all of it, however short the single writes come out. Returns the position behind it. */
export async function writeAll(file: OpenFile, bytes: Uint8Array, position: number, atOnce?: boolean): Promise<number> {
  let done = 0
  while (done < bytes.length) {
    const written = await file.write(bytes.subarray(done), position + done, atOnce)
    // A disk that takes nothing and reports nothing would keep us here for ever.
    if (written === 0) throw new VaultError('IO', { errno: 'SHORT_WRITE' })
    done += written
  }
  return position + done
}
