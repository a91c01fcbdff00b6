import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { concatBytes } from '../../core/bytes.ts'
import { encodeFrame, FRAME } from '../../core/format/frame.ts'
import type { Change } from '../../core/vault/change.ts'
import type { Chunk } from './chunk-body.ts'
import { frameScope } from './frame-scope.ts'
import { faultyDisk } from './test-support/faulty-disk.ts'
import { memoryDisk, type MemoryDisk } from './test-support/memory-disk.ts'
import {
  asSource,
  contentsFor,
  contentsOf,
  createTestVault,
  itemChange,
  items,
  joined,
  openTestVault,
  readBack,
  stampOf,
  testKeys,
  VAULT
} from './test-support/test-vault.ts'
import { writeSnapshot } from './write-snapshot.ts'

const made = testKeys()
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const bytesOf = (disk: MemoryDisk, path = VAULT): Uint8Array => disk.files().get(path) ?? new Uint8Array()

async function vaultOf(changes: readonly Change[]): Promise<MemoryDisk> {
  const disk = memoryDisk()
  await createTestVault(disk.fs, made, changes)
  return disk
}

describe('an open vault file', () => {
  test('holds what was saved to it, also when it is opened again', async () => {
    const disk = await vaultOf(items(1, 3))
    const { file, folded } = await openTestVault(disk.fs, made)
    await file.append({ changes: [itemChange(4)] })
    await file.append({ changes: [itemChange(2, 'renamed', 100), itemChange(5)] })
    await file.close()
    expect(folded.size).toBe(3)
    expect(await readBack(disk.fs, made)).toEqual(
      contentsFor([itemChange(1), itemChange(2, 'renamed', 100), itemChange(3), itemChange(4), itemChange(5)])
    )
  })

  test('grows by one frame for a save, whatever its size', async () => {
    const small = await vaultOf(items(1, 1))
    const large = await vaultOf(items(1, 2000))
    const growth: number[] = []
    for (const disk of [small, large]) {
      const before = bytesOf(disk).length
      const { file } = await openTestVault(disk.fs, made)
      await file.append({ changes: [itemChange(9000)] })
      growth.push(bytesOf(disk).length - before)
    }
    expect(growth[0]).toBe(growth[1])
    expect(growth[0]).toBe(9 + 40 + 256)
  })

  test('keeps a save of many changes whole, in frames of which the last one commits', async () => {
    const disk = await vaultOf([])
    const before = bytesOf(disk)
    const many = items(1, 12_000).map((change) => ({
      ...change,
      at: stampOf(7),
      set: { ...change.set, 'value:notes': 'x'.repeat(40) }
    }))
    const { file } = await openTestVault(disk.fs, made)
    await file.append({ changes: many })
    expect(await readBack(disk.fs, made)).toEqual(contentsFor(many))
    const after = bytesOf(disk)
    expect(after.length - before.length).toBeGreaterThan(2 ** 20)
    // Without its last frame nothing of it counts.
    disk.put(VAULT, after.subarray(0, after.length - 100))
    const torn = await openTestVault(disk.fs, made, 'read')
    expect([torn.folded.size, torn.file.notice?.bytes]).toEqual([0, after.length - 100 - before.length])
  })

  test('takes one value of nearly a frame, and refuses a longer one before anything is written', async () => {
    const disk = await vaultOf(items(1, 1))
    const { file } = await openTestVault(disk.fs, made)
    await file.append({ changes: [itemChange(2, 'a'.repeat(1_000_000))] })
    const before = bytesOf(disk)
    await expect(file.append({ changes: [itemChange(3, 'a'.repeat(2 ** 20))] })).rejects.toMatchObject({
      code: 'TOO_LARGE'
    })
    expect(sha256(bytesOf(disk))).toBe(sha256(before))
    await file.append({ changes: [itemChange(3)] })
    expect((await readBack(disk.fs, made)).length).toBe(3)
  })

  test('writes nothing over a file that another program changed or replaced', async () => {
    const changed: ((disk: MemoryDisk) => Promise<void> | void)[] = [
      (disk) => disk.put(VAULT, bytesOf(disk)),
      async (disk) => {
        const other = await openTestVault(disk.fs, made)
        await other.file.append({ changes: [itemChange(7)] })
      },
      async (disk) => {
        const raw = await disk.fs.open(VAULT, 'r+')
        const last = bytesOf(disk).at(-1) ?? 0
        await raw.write(Uint8Array.of(last ^ 1), bytesOf(disk).length - 1)
      },
      async (disk) => {
        const raw = await disk.fs.open(VAULT, 'r+')
        await raw.truncate(bytesOf(disk).length - 1)
      },
      async (disk) => disk.fs.unlink(VAULT)
    ]
    for (const change of changed) {
      const disk = await vaultOf(items(1, 3))
      const { file } = await openTestVault(disk.fs, made)
      await change(disk)
      const before = disk.files()
      await expect(file.append({ changes: [itemChange(8)] })).rejects.toMatchObject({ code: 'FILE_CHANGED_ON_DISK' })
      await expect(file.checkUnchanged()).rejects.toMatchObject({ code: 'FILE_CHANGED_ON_DISK' })
      expect(disk.files()).toEqual(before)
    }
  })

  test('opened to read is never written', async () => {
    const disk = await vaultOf(items(1, 3))
    const before = disk.files()
    const { file } = await openTestVault(disk.fs, made, 'read')
    await expect(file.append({ changes: [itemChange(8)] })).rejects.toMatchObject({ code: 'READ_ONLY' })
    expect([file.readOnly, disk.files()]).toEqual([true, before])
  })

  test('opened to read takes one save of somebody who has the lock by now, and knows nothing of it', async () => {
    const disk = await vaultOf(items(1, 3))
    const { file, folded } = await openTestVault(disk.fs, made, 'read')
    const asked: string[] = []
    await file.appendOnce({ changes: [itemChange(9)] }, async () => void asked.push('lock'))
    expect([asked, folded.size]).toEqual([['lock'], 3])
    expect(await readBack(disk.fs, made)).toEqual(contentsFor([...items(1, 3), itemChange(9)]))
    await expect(file.append({ changes: [itemChange(8)] })).rejects.toMatchObject({ code: 'READ_ONLY' })
    // Its own end is behind by that save now.
    const again = file.appendOnce({ changes: [itemChange(8)] }, async () => {})
    await expect(again).rejects.toMatchObject({ code: 'FILE_CHANGED_ON_DISK' })
  })

  test('with a torn end, or of a newer version, takes not even one save', async () => {
    const torn = await vaultOf(items(1, 3))
    torn.put(VAULT, concatBytes(bytesOf(torn), new Uint8Array(40)))
    const newer = await vaultOf(items(1, 3))
    const frame = encodeFrame(frameScope(made.head, made.keys), 9, new Uint8Array(3), bytesOf(newer).slice(-16))
    newer.put(VAULT, concatBytes(bytesOf(newer), frame))
    for (const disk of [torn, newer]) {
      const before = disk.files()
      const { file } = await openTestVault(disk.fs, made, 'read')
      const once = file.appendOnce({ changes: [itemChange(9)] }, async () => {})
      await expect(once).rejects.toMatchObject({ code: 'READ_ONLY' })
      expect(disk.files()).toEqual(before)
    }
  })

  test('asks for its lock before each save', async () => {
    const disk = await vaultOf(items(1, 3))
    let asked = 0
    const { file } = await openTestVault(disk.fs, made, 'write', { beforeAppend: async () => void (asked += 1) })
    await file.append({ changes: [itemChange(8)] })
    await file.append({ changes: [itemChange(9)] })
    expect(asked).toBe(2)
  })

  test('continues one whose saves it begins with, and no other', async () => {
    const disk = await vaultOf(items(1, 3))
    const shorter = await openTestVault(disk.fs, made, 'read')
    const { file } = await openTestVault(disk.fs, made)
    expect(await file.continues(shorter.file)).toBe(true)
    await file.append({ changes: [itemChange(8)] })
    const longer = await openTestVault(disk.fs, made, 'read')
    expect(await longer.file.continues(shorter.file)).toBe(true)
    expect(await shorter.file.continues(longer.file)).toBe(false)
    // The same number of bytes, and others: two devices saved from one copy.
    const fork = await vaultOf([])
    fork.put(VAULT, bytesOf(disk).subarray(0, shorter.file.tip.size))
    const other = await openTestVault(fork.fs, made)
    await other.file.append({ changes: [itemChange(9)] })
    expect(other.file.tip.size).toBe(longer.file.tip.size)
    expect(await longer.file.continues(other.file)).toBe(false)
    expect(await other.file.continues(shorter.file)).toBe(true)
    const foreign = memoryDisk()
    const keys = testKeys()
    await createTestVault(foreign.fs, keys, items(1, 3))
    expect(await longer.file.continues((await openTestVault(foreign.fs, keys, 'read')).file)).toBe(false)
  })

  test('is refused under a head that is no longer its own', async () => {
    const disk = await vaultOf(items(1, 3))
    const other = testKeys()
    await expect(openTestVault(disk.fs, { head: made.head, keys: other.keys })).rejects.toMatchObject({
      code: 'VAULT_DAMAGED'
    })
    await expect(openTestVault(disk.fs, other)).rejects.toMatchObject({ code: 'FILE_CHANGED_ON_DISK' })
  })

  test('verifies what opening left sealed, and tells where it is damaged', async () => {
    const disk = await vaultOf(items(1, 2000))
    const progress: [number, number][] = []
    const whole = await openTestVault(disk.fs, made, 'read')
    const { frames } = await whole.file.verify({ onProgress: (done, total) => progress.push([done, total]) })
    expect(frames).toBeGreaterThan(progress.length)
    expect(progress.length).toBeGreaterThan(2)
    expect(progress.at(-1)?.[0]).toBe(progress.at(-1)?.[1])
    await expect(whole.file.verify({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'CANCELLED' })
    const bytes = bytesOf(disk)
    const place = (bytes.length * 2) / 3
    bytes[place | 0] = (bytes[place | 0] ?? 0) ^ 1
    disk.put(VAULT, bytes)
    const damaged = openTestVault(disk.fs, made, 'read').then(async ({ file }) => file.verify())
    await expect(damaged).rejects.toMatchObject({ code: 'VAULT_DAMAGED', detail: { offset: expect.any(Number) } })
  })

  test('knows when it is worth compacting', async () => {
    const disk = await vaultOf(items(1, 10))
    const opened = await openTestVault(disk.fs, made)
    expect(opened.file.wantsCompaction()).toBe(false)
    for (let time = 20; time < 24; time++)
      await opened.file.append({ changes: [itemChange(1, 'x'.repeat(300_000), time)] })
    expect(opened.file.wantsCompaction()).toBe(true)
    const { file } = await openTestVault(disk.fs, made)
    await writeSnapshot(disk.fs, { path: VAULT, replace: true }, made.head, made.keys, asSource({ ...opened, file }))
    expect((await openTestVault(disk.fs, made)).file.wantsCompaction()).toBe(false)
  })
})

describe('a checkpoint whose counts disagree', () => {
  test('is damage, never a shorter list', async () => {
    const disk = await vaultOf(items(1, 3))
    const bytes = bytesOf(disk)
    const scope = frameScope(made.head, made.keys)
    for (const counts of ['{"items":4,"changes":0,"clock":[]}', '{"items":0,"changes":1,"clock":[]}']) {
      const checkpoint = encodeFrame(
        scope,
        FRAME.checkpoint,
        new TextEncoder().encode(counts),
        made.head.mac.slice(0, 16)
      )
      disk.put(VAULT, concatBytes(made.head.bytes, checkpoint))
      await expect(openTestVault(disk.fs, made)).rejects.toMatchObject({
        code: 'VAULT_DAMAGED',
        detail: { offset: made.head.bytes.length }
      })
    }
    disk.put(VAULT, bytes)
    expect((await readBack(disk.fs, made)).length).toBe(3)
  })
})

describe('what a list shows and opening leaves sealed', () => {
  const withSubtitles = items(1, 3).map((change) => ({ ...change, set: { ...change.set, subtitle: 'mia' } }))
  const ID = itemChange(1).item

  async function hit(change: (bytes: Uint8Array, frame: number) => void): Promise<{ disk: MemoryDisk; frame: number }> {
    const disk = await vaultOf(withSubtitles)
    const bytes = Uint8Array.from(bytesOf(disk))
    const frame = offsetOf(bytes, FRAME.moreColumns)
    change(bytes, frame)
    disk.put(VAULT, bytes)
    return { disk, frame }
  }

  test('is authenticated before it is shown, and by the verification', async () => {
    const { disk, frame } = await hit((bytes, at) => bytes.fill(7, at + 60, at + 61))
    const { file, folded } = await openTestVault(disk.fs, made, 'read')
    expect(folded.lead.count).toBe(3)
    const damage = { code: 'VAULT_DAMAGED', detail: { offset: frame } }
    expect(() => folded.list(ID)).toThrow(expect.objectContaining(damage))
    await expect(file.verify()).rejects.toMatchObject(damage)
  })

  test('is missed at once when it was made to look like something else', async () => {
    for (const kind of [FRAME.details, FRAME.chunk]) {
      const { disk } = await hit((bytes, at) => bytes.fill(kind, at + 8, at + 9))
      await expect(openTestVault(disk.fs, made, 'read')).rejects.toMatchObject({ code: 'VAULT_DAMAGED' })
    }
  })

  function offsetOf(bytes: Uint8Array, wanted: number): number {
    let at = made.head.bytes.length
    const view = new DataView(bytes.buffer)
    while (bytes[at + 8] !== wanted) at += 9 + view.getUint32(at, true)
    return at
  }
})

describe('attachments', () => {
  const ID = 'ab'.repeat(16)
  const content = Uint8Array.from({ length: 2_500_000 }, (_, index) => (index * 7919) >> 8)

  async function* chunksOf(bytes: Uint8Array): AsyncIterable<Chunk> {
    for (let start = 0, chunk = 0; start < bytes.length; start += 1_000_000, chunk++) {
      yield {
        attachment: ID,
        chunk,
        last: start + 1_000_000 >= bytes.length,
        bytes: bytes.subarray(start, start + 1_000_000)
      }
    }
  }

  const named = (attachment: string): Change => {
    const value = {
      attachment,
      name: 'a.bin',
      size: content.length,
      mediaType: 'x/y',
      sha256: '0'.repeat(64),
      chunks: 3
    }
    return { item: itemChange(1).item, at: stampOf(50), set: { 'value:file': value } }
  }

  test('are streamed back as they were saved, at once and after opening and compacting', async () => {
    const disk = await vaultOf(items(1, 2))
    const opened = await openTestVault(disk.fs, made)
    await opened.file.append({ changes: [named(ID)], chunks: chunksOf(content) })
    expect(sha256(await joined(opened.file.readAttachment(ID)))).toBe(sha256(content))
    const again = await openTestVault(disk.fs, made)
    expect(sha256(await joined(again.file.readAttachment(ID)))).toBe(sha256(content))
    await writeSnapshot(disk.fs, { path: VAULT, replace: true }, made.head, made.keys, asSource(again))
    const compacted = await openTestVault(disk.fs, made)
    expect(sha256(await joined(compacted.file.readAttachment(ID)))).toBe(sha256(content))
    expect(await contentsOf(compacted)).toEqual(contentsFor(items(1, 2)))
    await compacted.file.verify()
  })

  test('that no winning value names any more are gone after compacting', async () => {
    const disk = await vaultOf(items(1, 2))
    const { file } = await openTestVault(disk.fs, made)
    await file.append({ changes: [named(ID)], chunks: chunksOf(content) })
    await file.append({ changes: [{ item: itemChange(1).item, at: stampOf(60), set: { 'value:file': null } }] })
    const before = bytesOf(disk).length
    await writeSnapshot(
      disk.fs,
      { path: VAULT, replace: true },
      made.head,
      made.keys,
      asSource(await openTestVault(disk.fs, made))
    )
    expect(before - bytesOf(disk).length).toBeGreaterThan(2_500_000)
    expect(await joined((await openTestVault(disk.fs, made)).file.readAttachment(ID))).toHaveLength(0)
  })

  test('that are not all there give nothing', async () => {
    const disk = await vaultOf(items(1, 2))
    const { file } = await openTestVault(disk.fs, made)
    async function* partly(): AsyncIterable<Chunk> {
      for await (const chunk of chunksOf(content)) if (chunk.chunk !== 1) yield chunk
    }
    await file.append({ changes: [named(ID)], chunks: partly() })
    expect(await joined(file.readAttachment(ID))).toHaveLength(0)
    expect(await joined(file.readAttachment('cd'.repeat(16)))).toHaveLength(0)
  })
})

describe('a torn end', () => {
  const NOW = Date.UTC(2026, 10, 25, 8, 48, 53)
  const SIDE = `${VAULT}.tail-20261125T084853Z`

  async function torn(): Promise<{ disk: MemoryDisk; whole: Uint8Array; rest: Uint8Array }> {
    const disk = await vaultOf(items(1, 3))
    const whole = bytesOf(disk)
    const { file } = await openTestVault(disk.fs, made)
    await file.append({ changes: [itemChange(4)] })
    const all = bytesOf(disk)
    disk.put(VAULT, all.subarray(0, all.length - 50))
    return { disk, whole, rest: all.subarray(whole.length, all.length - 50) }
  }

  test('is set aside before it is cut, told, and then saved over', async () => {
    const { disk, whole, rest } = await torn()
    const { file, folded } = await openTestVault(disk.fs, made, 'write', { now: () => NOW })
    expect([folded.size, file.notice, file.readOnly]).toEqual([3, { bytes: rest.length, place: SIDE }, false])
    expect([bytesOf(disk), bytesOf(disk, SIDE)]).toEqual([whole, rest])
    await file.append({ changes: [itemChange(5)] })
    expect(await readBack(disk.fs, made)).toEqual(contentsFor([...items(1, 3), itemChange(5)]))
  })

  test('of the same second gets a name of its own', async () => {
    const { disk, rest } = await torn()
    disk.put(SIDE, Uint8Array.of(1))
    const { file } = await openTestVault(disk.fs, made, 'write', { now: () => NOW })
    expect(file.notice).toEqual({ bytes: rest.length, place: `${SIDE}-2` })
    expect(bytesOf(disk, SIDE)).toEqual(Uint8Array.of(1))
  })

  test('stays where it is when the vault is only read, or must not be written', async () => {
    for (const [mode, mayWrite] of [
      ['read', true],
      ['write', false]
    ] as const) {
      const { disk, rest } = await torn()
      const before = disk.files()
      const { file } = await openTestVault(disk.fs, made, mode, { mayWrite: async () => mayWrite })
      expect([file.notice, file.readOnly]).toEqual([{ bytes: rest.length, place: '' }, true])
      expect(disk.files()).toEqual(before)
    }
  })

  test('makes a vault read-only on a disk that has no room to set it aside', async () => {
    const trial = faultyDisk((await torn()).disk.fs, Infinity, 'torn')
    await openTestVault(trial.fs, made)
    for (const [at, fault] of [
      [trial.names.indexOf('open wx'), 'NO_SPACE'],
      [trial.names.indexOf('write'), 'torn'],
      [trial.names.indexOf('sync'), 'IO']
    ] as const) {
      const { disk, rest } = await torn()
      const before = disk.files()
      const { file } = await openTestVault(faultyDisk(disk.fs, at, fault).fs, made)
      expect([file.readOnly, file.notice]).toEqual([true, { bytes: rest.length, place: '' }])
      expect(disk.files()).toEqual(before)
    }
  })
})

describe('a vault of a newer version', () => {
  test('is read and not written, and its end is not cut', async () => {
    const disk = await vaultOf(items(1, 3))
    const bytes = bytesOf(disk)
    const newer = encodeFrame(frameScope(made.head, made.keys), 9, new Uint8Array(3), bytes.slice(-16))
    disk.put(VAULT, concatBytes(bytes, newer))
    const before = disk.files()
    const { file, folded } = await openTestVault(disk.fs, made)
    expect([file.tooNew, file.readOnly, folded.size]).toEqual([true, true, 3])
    await expect(file.append({ changes: [itemChange(8)] })).rejects.toMatchObject({ code: 'READ_ONLY' })
    expect(disk.files()).toEqual(before)
  })
})
