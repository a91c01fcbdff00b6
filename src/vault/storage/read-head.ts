import { equalBytes } from '../../core/bytes.ts'
import { type Head, HEAD_PREFIX_LENGTH, headLength, parseHead } from '../../core/format/header.ts'
import type { LogSource } from '../../core/format/log-reader.ts'
import { fileSource } from './file-source.ts'
import type { VaultFs } from './vault-fs.ts'

/**
 * The head of a vault file, read without any key. Never reads more than 64 KiB and a little, whatever the file claims.
 * NOT_FOUND, NOT_A_FILE, NOT_A_VAULT, VAULT_TOO_NEW, VAULT_DAMAGED, KDF_REFUSED. One that was read before is given back
 * where the file still begins with it.
 */
export async function readHead(fs: VaultFs, path: string, before?: Head): Promise<Head> {
  const file = await fs.open(path, 'r')
  try {
    const source = await fileSource(file)
    if (before !== undefined && equalBytes(await source.read(0, before.bytes.length), before.bytes)) return before
    return await headOf(source)
  } finally {
    await file.close()
  }
}

export async function headOf(source: LogSource): Promise<Head> {
  const length = headLength(await source.read(0, HEAD_PREFIX_LENGTH))
  return parseHead(await source.read(0, length))
}
