import { constants } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { VaultError } from '../core/errors.ts'
import { HEAD_PREFIX_LENGTH, headLength } from '../core/format/header.ts'

/**
 * True when `path` begins as a vault of any version does. For files that come from outside (a drop, another instance):
 * they are offered to the user only if they are what they seem. Looks at a dozen bytes of a regular file, no more.
 */
export async function looksLikeVault(path: string): Promise<boolean> {
  try {
    if (!(await stat(path)).isFile()) return false
    const prefix = await readPrefix(path)
    headLength(prefix)
    return true
  } catch (error) {
    // A newer or damaged vault is one still: the engine has a sentence for it.
    return error instanceof VaultError && error.code !== 'NOT_A_VAULT'
  }
}

async function readPrefix(path: string): Promise<Uint8Array> {
  // NONBLOCK: a pipe that took the file's place meanwhile must not hang us.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const prefix = new Uint8Array(HEAD_PREFIX_LENGTH)
    const { bytesRead } = await file.read(prefix, 0, prefix.length, 0)
    return prefix.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
