import { join } from 'node:path'
import { compareHashes, LONGEST_LINE, prefixOf, readBreachLine } from '../../core/vault/breach.ts'
import { VaultError } from '../../core/errors.ts'
import { readExactly } from '../storage/read-exactly.ts'
import type { VaultFs } from '../storage/vault-fs.ts'
import type { BreachList } from './breach-list.ts'

/** A range has about a thousand lines; one of more than ten times as many is none. */
const MOST_BYTES = 10_000 * LONGEST_LINE

/**
 * The list as a folder of 1,048,576 files, `00000.txt` to `FFFFF.txt`, each with the lines of one range without the
 * digits of its name. A look-up reads one of them. NOT_A_BREACH_LIST for what is no such folder.
 */
export async function openRangeFolder(fs: VaultFs, folder: string): Promise<BreachList> {
  const range = (prefix: string): Promise<Uint8Array> => readRangeFile(fs, join(folder, `${prefix}.txt`))
  const first = await range('00000').catch((error: unknown) => {
    throw isMissing(error) ? new VaultError('NOT_A_BREACH_LIST', { why: 'form' }) : error
  })
  look(first, '00000', new Uint8Array(20))
  return {
    async seen(hash) {
      const prefix = prefixOf(hash)
      return look(await range(prefix), prefix, hash)
    },
    close: async () => {}
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof VaultError && error.code === 'NOT_A_BREACH_LIST' && error.detail['why'] === 'missing'

async function readRangeFile(fs: VaultFs, path: string): Promise<Uint8Array> {
  const stat = await fs.stat(path)
  if (stat === null) throw new VaultError('NOT_A_BREACH_LIST', { why: 'missing' })
  if (!stat.isFile || stat.size === 0 || stat.size > MOST_BYTES)
    throw new VaultError('NOT_A_BREACH_LIST', { why: 'form' })
  const file = await fs.open(path, 'r')
  try {
    return await readExactly(file, 0, stat.size)
  } finally {
    await file.close()
  }
}

function look(bytes: Uint8Array, prefix: string, hash: Uint8Array): number {
  let seen = 0
  for (let at = 0; at < bytes.length; ) {
    const line = readBreachLine(bytes, at, { prefix, atEnd: true })
    if (line === null) throw new VaultError('NOT_A_BREACH_LIST', { why: 'form' })
    if (compareHashes(line.hash, hash) === 0) seen = line.count
    at = line.next
  }
  return seen
}
