import { open, stat, truncate } from 'node:fs/promises'

/** Turns over one bit of the file, at a share of its length. */
export async function flipBit(path: string, share: number): Promise<number> {
  const { size } = await stat(path)
  const offset = Math.floor(size * share)
  const file = await open(path, 'r+')
  try {
    const byte = Buffer.alloc(1)
    await file.read(byte, 0, 1, offset)
    await file.write(Buffer.from([byte.readUInt8() ^ 1]), 0, 1, offset)
    return offset
  } finally {
    await file.close()
  }
}

/** What a crash in the middle of a save leaves: the last bytes are missing. */
export async function cutTail(path: string, bytes: number): Promise<void> {
  const { size } = await stat(path)
  await truncate(path, size - bytes)
}
