import { describe, expect, test } from 'vitest'
import { MAX_BODY } from '../../core/format/frame.ts'
import { changeLine } from '../../core/vault/change.ts'
import { saveBodies } from './save-bodies.ts'
import { itemChange } from './test-support/test-vault.ts'

/** A change whose line is so many bytes long. */
function lineOf(number: number, length: number) {
  const bare = { ...itemChange(number), set: { title: '' } }
  return { ...bare, set: { title: 'x'.repeat(length - changeLine(bare).length - 1) } }
}
const sizes = (...lengths: readonly number[]) => {
  const { before, commit } = saveBodies(lengths.map((length, index) => lineOf(index + 1, length)))
  return { before: before.map(({ length }) => length), commit: commit.length }
}

describe('the bodies of a save', () => {
  test('are one, as long as all of it fits in a frame', () => {
    expect(sizes(200)).toEqual({ before: [], commit: 200 })
    expect(sizes(100_000, 100_000)).toEqual({ before: [], commit: 200_000 })
    expect(sizes(MAX_BODY)).toEqual({ before: [], commit: MAX_BODY })
    expect(sizes(MAX_BODY - 500, 500)).toEqual({ before: [], commit: MAX_BODY })
  })

  test('are as long as those of a snapshot otherwise, none empty, the last one commits', () => {
    expect(sizes(MAX_BODY - 500, 501)).toEqual({ before: [MAX_BODY - 500], commit: 501 })
    expect(sizes(MAX_BODY, 40_000, 25_536, 300)).toEqual({ before: [MAX_BODY, 65_536], commit: 300 })
    expect(sizes(MAX_BODY, 40_000, 25_537, 300)).toEqual({ before: [MAX_BODY, 40_000], commit: 25_837 })
  })

  test('are refused when one property alone does not fit', () => {
    expect(() => sizes(MAX_BODY + 1)).toThrow('TOO_LARGE')
  })
})
