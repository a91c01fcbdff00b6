import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encodeFrame, FRAME } from '../../core/format/frame.ts'
import { randomBytes } from '../../core/random.ts'
import { appendFrame } from './append-frame.ts'
import { tempFolder } from './test-support/temp-folder.ts'
import { nodeFs, type OpenFile } from './vault-fs.ts'

const SCOPE = { key: randomBytes(32), vaultId: randomBytes(16), keyEpoch: 1 }
const TIP = { size: 0, tag: randomBytes(16), frames: 3 }
const FRAME_BYTES = encodeFrame(SCOPE, FRAME.changes, Uint8Array.of(1, 2, 3), TIP.tag)

let file: OpenFile
beforeEach(async () => {
  file = await nodeFs.open(join(await tempFolder(), 'log'), 'wx')
})
afterEach(async () => file.close())

describe('a save of one frame', () => {
  it('ends the log behind itself once it is on the disk', async () => {
    const { tip, places } = await appendFrame(file, SCOPE, TIP, FRAME_BYTES)
    expect(tip).toEqual({ size: FRAME_BYTES.length, tag: FRAME_BYTES.slice(-16), frames: 4 })
    expect(places).toEqual([
      { offset: 0, length: FRAME_BYTES.length, kind: FRAME.changes, previousTag: TIP.tag, tag: tip.tag }
    ])
    expect(await file.stat()).toMatchObject({ size: FRAME_BYTES.length })
  })

  it('is not acknowledged when a single bit of it, its head included, comes back changed', async () => {
    for (const bit of [0, 8 * 8 + 1, FRAME_BYTES.length * 8 - 1]) {
      const lying: OpenFile = {
        ...file,
        async read(into, position) {
          const length = await file.read(into, position)
          const at = Math.floor(bit / 8)
          into[at] = (into[at] ?? 0) ^ (1 << (bit % 8))
          return length
        }
      }
      await expect(appendFrame(lying, SCOPE, TIP, FRAME_BYTES)).rejects.toMatchObject({
        code: 'IO',
        detail: { errno: 'READ_BACK', offset: 0 }
      })
    }
  })

  it('is not acknowledged when the disk kept less of it', async () => {
    const short: OpenFile = {
      ...file,
      write: async (bytes, position) => (await file.write(bytes.slice(0, -1), position)) + 1
    }
    await expect(appendFrame(short, SCOPE, TIP, FRAME_BYTES)).rejects.toMatchObject({ detail: { errno: 'READ_BACK' } })
  })

  it('is not acknowledged when it does not open, although the disk kept every bit', async () => {
    const elsewhere = { ...TIP, tag: randomBytes(16) }
    await expect(appendFrame(file, SCOPE, elsewhere, FRAME_BYTES)).rejects.toMatchObject({
      detail: { errno: 'READ_BACK' }
    })
  })

  it('fails as its sync fails', async () => {
    const failing: OpenFile = { ...file, dataSync: async () => Promise.reject(new Error('gone')) }
    await expect(appendFrame(failing, SCOPE, TIP, FRAME_BYTES)).rejects.toThrow('gone')
  })
})
