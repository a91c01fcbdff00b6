import { VaultError } from '../../core/errors.ts'
import type { LogSource } from '../../core/format/log-reader.ts'
import { readUpTo } from './read-exactly.ts'
import type { OpenFile } from './vault-fs.ts'

/** The file as it is long now, to read frames from. The caller keeps it open and closes it. NOT_A_FILE. */
export async function fileSource(file: OpenFile): Promise<LogSource> {
  const { size, isFile } = await file.stat()
  // A folder, a pipe or a device can be opened like a file, and would be read for ever or not at all.
  if (!isFile) throw new VaultError('NOT_A_FILE')
  return {
    size,
    read: async (offset, length, into) => readUpTo(file, offset, Math.max(0, Math.min(length, size - offset)), into)
  }
}

/** The same without an end: frames whose places are known, also those that are appended from now on. */
export function growingSource(file: OpenFile): LogSource {
  return { size: Infinity, read: async (offset, length) => readUpTo(file, offset, length) }
}
