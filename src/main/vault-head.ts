import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { VaultError } from '../core/errors.ts'
import { HEAD_PREFIX_LENGTH, headLength, parseHead } from '../core/format/header.ts'

/** What the head of a vault file tells without any key; ids of 32 hex digits. */
export type VaultHead = { readonly vaultId: string; readonly deviceKeyId: string | null }

/**
 * Read in main, since main alone reaches the keychain in which the second key lies. At most 64 KiB and a little; null
 * for what is no vault, or a damaged one: the vault process finds the words for these.
 */
export async function readVaultHead(path: string): Promise<VaultHead | null> {
  try {
    // NONBLOCK: a pipe in the file's place must not hang us.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const { header } = parseHead(await readBytes(file, headLength(await readBytes(file, HEAD_PREFIX_LENGTH))))
      const slot = header.slots.find(({ kind }) => kind === 'password')
      const id = slot?.kind === 'password' ? slot.deviceKeyId : null
      return { vaultId: toHex(header.vaultId), deviceKeyId: id === null ? null : toHex(id) }
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof VaultError || isSystemError(error)) return null
    throw error
  }
}

async function readBytes(file: Awaited<ReturnType<typeof open>>, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  const { bytesRead } = await file.read(bytes, 0, length, 0)
  return bytes.subarray(0, bytesRead)
}

const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
