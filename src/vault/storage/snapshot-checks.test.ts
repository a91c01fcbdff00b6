import { describe, expect, test } from 'vitest'
import { concatBytes } from '../../core/bytes.ts'
import { VaultError } from '../../core/errors.ts'
import { encodeFrame, FRAME, frameTag } from '../../core/format/frame.ts'
import { encodeChanges } from '../../core/vault/change.ts'
import { encodeCheckpoint } from '../../core/vault/checkpoint.ts'
import { createFoldedVault } from '../../core/vault/fold.ts'
import { columnsLine, toColumns } from '../../core/vault/columns.ts'
import { checkSnapshot, type WrittenSnapshot } from './check-snapshot.ts'
import { encodeChunk } from './chunk-body.ts'
import { frameScope } from './frame-scope.ts'
import { memoryDisk } from './test-support/memory-disk.ts'
import {
  asSource,
  createTestVault,
  FOLDER,
  itemChange,
  items,
  itemId,
  joined,
  none,
  openTestVault,
  sourceOf,
  stampOf,
  testKeys,
  VAULT
} from './test-support/test-vault.ts'
import type { VaultFs } from './vault-fs.ts'
import { writeSnapshot } from './write-snapshot.ts'

const made = testKeys()
const scope = frameScope(made.head, made.keys)
type Plain = readonly [kind: number, body: Uint8Array]

/** A vault file with just these frames. */
function fileOf(frames: readonly Plain[], head = made.head): Uint8Array {
  let tag: Uint8Array = head.mac.slice(0, 16)
  const sealed = frames.map(([kind, body]) => {
    const frame = encodeFrame(scope, kind, body, tag)
    tag = frameTag(frame)
    return frame
  })
  return concatBytes(head.bytes, ...sealed)
}

const columns: Plain = [FRAME.moreChanges, Buffer.from(`${columnsLine(toColumns([itemChange(1), itemChange(2)]))}\n`)]
const vaultName: Plain = [FRAME.moreChanges, encodeChanges([{ item: 'vault', at: stampOf(5), set: { name: 'x' } }])]
const details = (number: number): Plain => [FRAME.details, encodeChanges([itemChange(number)])]
const checkpoint = (counts: { items: number; changes: number }): Plain => [
  FRAME.checkpoint,
  encodeCheckpoint({ ...counts, clock: {} })
]

const check = async (bytes: Uint8Array, expected: Partial<WrittenSnapshot>, head = made.head): Promise<void> => {
  const disk = memoryDisk()
  disk.put(VAULT, bytes)
  await checkSnapshot(disk.fs, VAULT, head, made.keys, {
    items: 2,
    changes: 3,
    frames: 4,
    bytes: bytes.length,
    ...expected
  })
}
const READ_BACK = { code: 'IO', detail: { errno: 'READ_BACK' } }

describe('a snapshot that was just written', () => {
  const frames = [vaultName, columns, details(1), checkpoint({ items: 2, changes: 3 })]
  const whole = fileOf(frames)

  test('is taken when all of it is there', async () => {
    await check(whole, {})
  })

  test('is not, when the disk has other numbers than were written', async () => {
    for (const expected of [{ items: 1 }, { changes: 2 }, { frames: 3 }, { bytes: whole.length + 1 }])
      await expect(check(whole, expected), JSON.stringify(expected)).rejects.toMatchObject(READ_BACK)
    await expect(check(concatBytes(whole, new Uint8Array(5)), { bytes: whole.length + 5 })).rejects.toMatchObject(
      READ_BACK
    )
    await expect(check(whole.slice(0, -1), { bytes: whole.length - 1 })).rejects.toMatchObject(READ_BACK)
  })

  test('is not, under another head, or as no vault at all', async () => {
    const other = testKeys()
    await expect(check(whole, {}, other.head)).rejects.toMatchObject(READ_BACK)
    await expect(check(fileOf(frames, other.head), {}, other.head)).rejects.toMatchObject(READ_BACK)
    await expect(check(new Uint8Array(200), {})).rejects.toMatchObject(READ_BACK)
  })

  test('is not, when its checkpoint counts otherwise', async () => {
    for (const counts of [
      { items: 1, changes: 3 },
      { items: 2, changes: 2 }
    ])
      await expect(check(fileOf([vaultName, columns, details(1), checkpoint(counts)]), {})).rejects.toMatchObject(
        READ_BACK
      )
  })

  test('is not, when details speak of items that are not in their group', async () => {
    const both: Plain = [FRAME.details, encodeChanges([itemChange(1), itemChange(3)])]
    for (const wrong of [details(3), both]) {
      const astray = [vaultName, columns, wrong, checkpoint({ items: 2, changes: 3 })]
      await expect(check(fileOf(astray), {})).rejects.toMatchObject(READ_BACK)
    }
    const noChunk: Plain = [FRAME.chunk, new Uint8Array(3)]
    const broken = [vaultName, columns, noChunk, checkpoint({ items: 2, changes: 3 })]
    await expect(check(fileOf(broken), {})).rejects.toMatchObject({ ...READ_BACK, cause: { code: 'VAULT_DAMAGED' } })
  })

  test('is not, when a frame of a newer kind is in it', async () => {
    const newer = [vaultName, columns, [9, new Uint8Array()] as const, checkpoint({ items: 2, changes: 3 })]
    await expect(check(fileOf(newer), {})).rejects.toMatchObject(READ_BACK)
  })
})

describe('a vault file', () => {
  const opened = async (frames: readonly Plain[]) => {
    const disk = memoryDisk()
    disk.put(VAULT, fileOf(frames))
    return openTestVault(disk.fs, made, 'read')
  }

  test('with details that belong to nothing is damaged', async () => {
    await expect(opened([details(1), checkpoint({ items: 0, changes: 0 })])).rejects.toMatchObject({
      code: 'VAULT_DAMAGED',
      detail: { offset: made.head.bytes.length }
    })
  })

  test('has no group that it did not name', async () => {
    const { file } = await opened([columns, checkpoint({ items: 2, changes: 2 })])
    await expect(file.loadDetails(7)).rejects.toMatchObject({ code: 'INTERNAL' })
  })

  test('takes the first of two pieces with one number, and none of an attachment that is not whole', async () => {
    const id = 'ab'.repeat(16)
    const piece = (chunk: number, last: boolean, byte: number): Plain => [
      FRAME.chunk,
      encodeChunk({ attachment: id, chunk, last, bytes: Uint8Array.of(byte) })
    ]
    const end = checkpoint({ items: 0, changes: 0 })
    const whole = await opened([piece(0, false, 1), piece(0, false, 9), piece(1, true, 2), piece(2, true, 3), end])
    expect([...(await joined(whole.file.readAttachment(id)))]).toEqual([1, 2])
    for (const frames of [[piece(0, false, 1)], [piece(1, true, 2)], [piece(0, false, 1), piece(2, true, 3)]]) {
      const { file } = await opened([...frames, end])
      expect([...(await joined(file.readAttachment(id)))]).toEqual([])
    }
  })
})

describe('an attachment', () => {
  const id = 'ab'.repeat(16)
  const end = checkpoint({ items: 0, changes: 0 })
  const body = encodeChunk({ attachment: id, chunk: 0, last: true, bytes: new Uint8Array(300).fill(5) })
  const length = encodeFrame(scope, FRAME.chunk, body, new Uint8Array(16)).length

  test('is read although its tag was hit since, and is damaged when its text was', async () => {
    for (const [at, code] of [
      [length - 3, null],
      [60, 'VAULT_DAMAGED']
    ] as const) {
      const disk = memoryDisk()
      disk.put(VAULT, fileOf([[FRAME.chunk, body], end]))
      const { file } = await openTestVault(disk.fs, made, 'read')
      expect((await joined(file.readAttachment(id))).length).toBe(300)
      const raw = await disk.fs.open(VAULT, 'r+')
      const offset = made.head.bytes.length + at
      await raw.write(Uint8Array.of(((disk.files().get(VAULT) ?? new Uint8Array())[offset] ?? 0) ^ 4), offset)
      const again = joined(file.readAttachment(id))
      if (code === null) expect((await again).length).toBe(300)
      else await expect(again).rejects.toMatchObject({ code, detail: { offset: made.head.bytes.length } })
    }
  })
})

describe('an attachment whose chunk is damaged', () => {
  test('does not keep the others shut', async () => {
    const piece = (attachment: string): Plain => [
      FRAME.chunk,
      encodeChunk({ attachment, chunk: 0, last: true, bytes: Uint8Array.of(7) })
    ]
    const [hit, whole] = ['ab'.repeat(16), 'cd'.repeat(16)] as const
    const bytes = fileOf([piece(hit), piece(whole), checkpoint({ items: 0, changes: 0 })])
    const at = made.head.bytes.length + 60
    bytes[at] = (bytes[at] ?? 0) ^ 1
    const disk = memoryDisk()
    disk.put(VAULT, bytes)
    const { file } = await openTestVault(disk.fs, made, 'read')
    expect([...(await joined(file.readAttachment(whole)))]).toEqual([7])
    expect([...(await joined(file.readAttachment(hit)))]).toEqual([])
  })
})

describe('an attachment on a disk that fails once', () => {
  test('is not taken for one that is not whole, and is read the next time', async () => {
    const id = 'ab'.repeat(16)
    const piece = (chunk: number): Plain => [
      FRAME.chunk,
      encodeChunk({ attachment: id, chunk, last: chunk === 1, bytes: Uint8Array.of(chunk) })
    ]
    const disk = memoryDisk()
    disk.put(VAULT, fileOf([piece(0), piece(1), checkpoint({ items: 0, changes: 0 })]))
    let fails = 0
    const failing: VaultFs = {
      ...disk.fs,
      async open(path, flags) {
        const file = await disk.fs.open(path, flags)
        return { ...file, read: async (into, at) => (--fails === 0 ? Promise.reject(slip) : file.read(into, at)) }
      }
    }
    const slip = new VaultError('IO', { errno: 'EIO' })
    const { file } = await openTestVault(failing, made, 'read')
    fails = 2
    await expect(joined(file.readAttachment(id))).rejects.toBe(slip)
    expect([...(await joined(file.readAttachment(id)))]).toEqual([0, 1])
  })
})

describe('writing a snapshot', () => {
  const id = 'ab'.repeat(16)
  const named = (attachment: string) => ({
    ...itemChange(1),
    set: { title: 'a', 'value:file': { attachment, name: 'a', size: 1, mediaType: 'x/y', sha256: '', chunks: 1 } }
  })

  test('leaves out attachments whose pieces are lost, and names that are none', async () => {
    const asked: string[] = []
    const attachments = (attachment: string) => {
      asked.push(attachment)
      return none()
    }
    const disk = memoryDisk()
    for (const attachment of [id, 'no id', 'AB'.repeat(16), `${id}00`, `00${id}`]) {
      const target = { path: `${FOLDER}/${asked.length}${attachment.length}${attachment[0]}.coffer`, replace: false }
      await writeSnapshot(disk.fs, target, made.head, made.keys, sourceOf([named(attachment)], attachments))
    }
    expect(asked).toEqual([id])
  })

  test('ends in the middle of an attachment when it is to stop, and leaves nothing', async () => {
    const disk = memoryDisk()
    const stop = new AbortController()
    const attachments = async function* () {
      yield new Uint8Array(5)
      stop.abort()
      yield new Uint8Array(5)
    }
    const target = { path: VAULT, replace: false }
    const options = { signal: stop.signal }
    await expect(
      writeSnapshot(disk.fs, target, made.head, made.keys, sourceOf([named(id)], attachments), options)
    ).rejects.toMatchObject({ code: 'CANCELLED' })
    expect([...disk.files().keys()]).toEqual([])
  })
})

test('a slip of ours while saving or setting a tail aside is no error of the disk that is passed over', async () => {
  const disk = memoryDisk()
  await createTestVault(disk.fs, made, items(1, 2))
  const slip = new TypeError('a slip')
  const { file } = await openTestVault(
    {
      ...disk.fs,
      open: async (path, flags) => ({
        ...(await disk.fs.open(path, flags)),
        dataSync: async () => Promise.reject(slip)
      })
    },
    made
  )
  await expect(file.append({ changes: [itemChange(9)] })).rejects.toMatchObject({ code: 'IO', cause: slip })
  disk.put(VAULT, concatBytes(disk.files().get(VAULT) ?? new Uint8Array(), new Uint8Array(40)))
  const slipping = { ...disk.fs, syncDir: async () => Promise.reject(slip) }
  await expect(openTestVault(slipping, made)).rejects.toBe(slip)
})

test('an item id is only counted once, in however many groups it is', async () => {
  const folded = createFoldedVault()
  for (const change of items(1, 3)) folded.apply(change)
  expect([...folded.ids()]).toEqual([1, 2, 3].map(itemId))
  const disk = memoryDisk()
  await createTestVault(disk.fs, made, items(1, 3))
  const again = await openTestVault(disk.fs, made)
  await writeSnapshot(disk.fs, { path: VAULT, replace: true }, made.head, made.keys, asSource(again))
  expect((await openTestVault(disk.fs, made, 'read')).folded.itemCount).toBe(3)
})
