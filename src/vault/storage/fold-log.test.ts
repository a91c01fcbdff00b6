import { describe, expect, test } from 'vitest'
import { concatBytes } from '../../core/bytes.ts'
import { encodeFrame, FRAME, frameTag } from '../../core/format/frame.ts'
import { encodeChanges } from '../../core/vault/change.ts'
import { encodeCheckpoint } from '../../core/vault/checkpoint.ts'
import { columnsLine, toColumns } from '../../core/vault/columns.ts'
import { createFoldedVault } from '../../core/vault/fold.ts'
import { foldLog } from './fold-log.ts'
import { frameScope } from './frame-scope.ts'
import { itemChange, testKeys } from './test-support/test-vault.ts'

const { head, keys } = testKeys()
const scope = frameScope(head, keys)
type Plain = readonly [kind: number, body: Uint8Array]

const columns: Plain = [FRAME.moreChanges, Buffer.from(`${columnsLine(toColumns([itemChange(1), itemChange(2)]))}\n`)]
const checkpoint: Plain = [FRAME.checkpoint, encodeCheckpoint({ items: 2, changes: 2, clock: {} })]
const more = (number: number): Plain => [FRAME.moreChanges, encodeChanges([itemChange(number)])]
const details = (number: number): Plain => [FRAME.details, encodeChanges([itemChange(number)])]
const changes = (number: number): Plain => [FRAME.changes, encodeChanges([itemChange(number)])]

async function fold(frames: readonly Plain[]) {
  let tag: Uint8Array = head.mac.slice(0, 16)
  const sealed = frames.map(([kind, body]) => {
    const frame = encodeFrame(scope, kind, body, tag)
    tag = frameTag(frame)
    return frame
  })
  const bytes = concatBytes(...sealed)
  const folded = createFoldedVault()
  const source = { size: bytes.length, read: (at: number, length: number) => bytes.subarray(at, at + length) }
  const end = await foldLog(source, 0, scope, head.mac, folded)
  return { items: folded.size, groups: end.details.map((group) => group.length) }
}

describe('the groups that details belong to', () => {
  test('begin with each columns frame of the snapshot', async () => {
    expect(await fold([columns, details(1), checkpoint])).toEqual({ items: 2, groups: [1] })
    expect(await fold([columns, checkpoint])).toEqual({ items: 2, groups: [0] })
  })

  test('are not begun behind the checkpoint by changes that nothing sealed follows', async () => {
    expect(await fold([columns, checkpoint, more(3), changes(4)])).toEqual({ items: 4, groups: [0] })
  })

  test('are begun there by those that details follow', async () => {
    expect(await fold([columns, checkpoint, more(3), details(3), changes(4)])).toEqual({ items: 4, groups: [0, 1] })
  })
})
