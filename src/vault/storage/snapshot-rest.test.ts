import { describe, expect, test } from 'vitest'
import { concatBytes } from '../../core/bytes.ts'
import { encodeFrame, FRAME, frameTag } from '../../core/format/frame.ts'
import { type Change, encodeChanges } from '../../core/vault/change.ts'
import { encodeCheckpoint } from '../../core/vault/checkpoint.ts'
import { columnsLine, toColumns } from '../../core/vault/columns.ts'
import { checkSnapshot } from './check-snapshot.ts'
import { frameScope } from './frame-scope.ts'
import { memoryDisk, type MemoryDisk } from './test-support/memory-disk.ts'
import { itemChange, itemId, openTestVault, stampOf, testKeys, VAULT } from './test-support/test-vault.ts'

const made = testKeys()
const scope = frameScope(made.head, made.keys)
type Plain = readonly [kind: number, body: Uint8Array]

const rowOf = (number: number, set: Change['set']): Change => ({ item: itemId(number), at: stampOf(number), set })
const lines = (...all: readonly string[]): Uint8Array => Buffer.from(all.map((line) => `${line}\n`).join(''))
const firstOf = (...numbers: readonly number[]): string =>
  columnsLine(
    toColumns(
      numbers.map((number) => rowOf(number, { title: `title ${number}` })),
      true
    )
  )
const restOf = (...numbers: readonly number[]): string =>
  columnsLine(toColumns(numbers.map((number) => rowOf(number, { subtitle: 'mia' }))))

const first: Plain = [FRAME.moreChanges, lines(firstOf(1, 2))]
const rest: Plain = [FRAME.moreColumns, lines(restOf(1, 2))]
const alone: Plain = [FRAME.moreChanges, lines(columnsLine(toColumns([itemChange(3)])))]
const counted = (items: number, changes: number): Plain => [
  FRAME.checkpoint,
  encodeCheckpoint({ items, changes, clock: {} })
]

function diskOf(frames: readonly Plain[]): MemoryDisk {
  let tag: Uint8Array = made.head.mac.slice(0, 16)
  const sealed = frames.map(([kind, body]) => {
    const frame = encodeFrame(scope, kind, body, tag)
    tag = frameTag(frame)
    return frame
  })
  const disk = memoryDisk()
  disk.put(VAULT, concatBytes(made.head.bytes, ...sealed))
  return disk
}

async function checked(frames: readonly Plain[], items: number, changes: number): Promise<void> {
  const disk = diskOf([...frames, counted(items, changes)])
  const bytes = disk.files().get(VAULT)?.length ?? 0
  await checkSnapshot(disk.fs, VAULT, made.head, made.keys, { items, changes, frames: frames.length + 1, bytes })
}

const DAMAGED = { code: 'VAULT_DAMAGED' }
const READ_BACK = { code: 'IO', detail: { errno: 'READ_BACK' } }

describe('columns of which a frame behind says the rest', () => {
  test('are read back with it, one group after another', async () => {
    await checked([first, rest, alone, [FRAME.details, encodeChanges([itemChange(3)])]], 3, 3)
    const two: Plain = [FRAME.moreChanges, lines(firstOf(1), columnsLine(toColumns([itemChange(3)])), firstOf(2))]
    await checked([two, [FRAME.moreColumns, lines(restOf(1), restOf(2))]], 3, 3)
  })

  test.each<[name: string, frames: readonly Plain[]]>([
    ['is missing', [first]],
    ['is missing before the next group', [first, alone]],
    ['belongs to no columns', [alone, rest]],
    ['comes twice', [first, rest, rest]],
    ['is of another number of columns', [first, [FRAME.moreColumns, lines(restOf(1, 2), restOf(1, 2))]]],
    ['is of fewer columns', [first, [FRAME.moreColumns, lines()]]],
    ['is of other rows', [first, [FRAME.moreColumns, lines(restOf(1, 3))]]],
    ['is a change', [first, [FRAME.moreColumns, encodeChanges([itemChange(1)])]]],
    ['says again what was said', [first, [FRAME.moreColumns, lines(firstOf(1, 2))]]]
  ])('are not what was written when the rest %s', async (_name, frames) => {
    const items = frames.includes(alone) ? (frames.includes(first) ? 3 : 1) : 2
    await expect(checked(frames, items, items)).rejects.toMatchObject(READ_BACK)
  })

  test('are shown with it once the file is opened, and verified', async () => {
    const { file, folded } = await openTestVault(diskOf([first, rest, counted(2, 2)]).fs, made, 'read')
    expect(folded.list(itemId(2))).toMatchObject({ title: 'title 2', subtitle: 'mia' })
    expect(await file.verify()).toEqual({ frames: 3 })
  })

  test('lead to the details behind them, in the snapshot and in a save', async () => {
    const save: Plain = [FRAME.changes, encodeChanges([itemChange(9)])]
    const noted = (number: number): Plain => [
      FRAME.details,
      encodeChanges([rowOf(number, { 'value:notes': `notes ${number}` })])
    ]
    const frames = [first, rest, noted(1), counted(2, 2), alone, noted(3), save]
    const { file, folded } = await openTestVault(diskOf(frames).fs, made, 'read')
    for (const number of [1, 3]) {
      for (const group of folded.sealedGroups(itemId(number))) folded.addDetails(group, await file.loadDetails(group))
      expect(folded.properties(itemId(number)).get('value:notes')?.value).toContain(`notes`)
    }
    const said: (readonly [number, number])[] = []
    await file.verify({ onDetails: (group, changes) => void said.push([group, changes.length]) })
    expect(said).toEqual([
      [0, 1],
      [1, 1]
    ])
  })

  test('take over the clock of the checkpoint', async () => {
    const clock = { dddddddd: stampOf(77, 'dddddddd') }
    const end: Plain = [FRAME.checkpoint, encodeCheckpoint({ items: 2, changes: 2, clock })]
    const { folded } = await openTestVault(diskOf([first, rest, end]).fs, made, 'read')
    expect(folded.clock).toMatchObject(clock)
  })

  test('are damage at the frame that stands in the wrong place', async () => {
    const opened = async (...frames: readonly Plain[]) => openTestVault(diskOf(frames).fs, made, 'read')
    const start = { offset: made.head.bytes.length }
    await expect(opened(rest, counted(0, 0))).rejects.toMatchObject({ ...DAMAGED, detail: start })
    await expect(opened(first, counted(2, 2))).rejects.toMatchObject({ ...DAMAGED, detail: start })
    const save: Plain = [FRAME.changes, encodeChanges([itemChange(9)])]
    await expect(opened(alone, counted(1, 1), rest, save)).rejects.toMatchObject(DAMAGED)
  })
})

describe('a snapshot of single changes', () => {
  test('counts the item of each, and not the vault itself', async () => {
    const vault: Change = { item: 'vault', at: stampOf(9), set: { name: 'x' } }
    await checked([[FRAME.moreChanges, encodeChanges([itemChange(1), vault, itemChange(2)])]], 2, 3)
  })
})
