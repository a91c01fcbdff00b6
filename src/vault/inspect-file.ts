import { FRAME_HEAD_LENGTH, readFrameHead } from '../core/format/frame.ts'
import { readHead } from './storage/read-head.ts'
import { readExactly } from './storage/read-exactly.ts'
import type { VaultFs } from './storage/vault-fs.ts'

/** What a vault file shows to anyone, without a password. `frames` is null when the lengths do not add up. */
export type FileInspection = {
  readonly formatVersion: number
  readonly vaultId: string
  readonly keyEpoch: number
  readonly slots: readonly (
    | { readonly kind: 'password'; readonly memoryKiB: number; readonly passes: number; readonly lanes: number }
    | { readonly kind: 'recovery' }
  )[]
  readonly size: number
  readonly frames: number | null
}

/** NOT_A_VAULT, VAULT_TOO_NEW, VAULT_DAMAGED and KDF_REFUSED as at opening. */
export async function inspectFile(fs: VaultFs, path: string): Promise<FileInspection> {
  const head = await readHead(fs, path)
  const file = await fs.open(path, 'r')
  try {
    const { size } = await file.stat()
    const { vaultId, keyEpoch, slots } = head.header
    return {
      formatVersion: head.bytes[7] ?? 0,
      vaultId: Array.from(vaultId, (byte) => byte.toString(16).padStart(2, '0')).join(''),
      keyEpoch,
      slots: slots.map((slot) =>
        slot.kind === 'recovery'
          ? { kind: 'recovery' }
          : { kind: 'password', memoryKiB: slot.kdf.memoryKiB, passes: slot.kdf.passes, lanes: slot.kdf.lanes }
      ),
      size,
      frames: await countFrames((offset, length) => readExactly(file, offset, length), head.bytes.length, size)
    }
  } finally {
    await file.close()
  }
}

async function countFrames(
  read: (offset: number, length: number) => Promise<Uint8Array>,
  start: number,
  size: number
): Promise<number | null> {
  let frames = 0
  let offset = start
  while (offset < size) {
    const head = offset + FRAME_HEAD_LENGTH > size ? null : readFrameHead(await read(offset, FRAME_HEAD_LENGTH))
    if (head === null) return null
    offset += FRAME_HEAD_LENGTH + head.length
    frames += 1
  }
  return offset === size ? frames : null
}
