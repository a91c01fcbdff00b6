import { describe, expect, test } from 'vitest'
import { concatBytes } from '../bytes.ts'
import { FRAME, FRAME_HEAD_LENGTH } from './frame.ts'
import { type CommittedFrame, readLog } from './log.ts'
import { chain, MAC, outcome, SCOPE, SNAPSHOT, sourceOf } from './test-support/log.ts'

async function visited(bytes: Uint8Array, wants: (kind: number) => boolean = () => false) {
  const commits: (readonly CommittedFrame[])[] = []
  await readLog(sourceOf(bytes), 0, SCOPE, MAC, { wants, commit: (frames) => void commits.push(frames) })
  return commits
}

describe('who reads a log', () => {
  test('gets more columns as they stand there, as bytes of its own, unless it wants them opened', async () => {
    const frames = chain([FRAME.moreChanges, FRAME.moreColumns, FRAME.details, FRAME.chunk, FRAME.checkpoint])
    const bytes = concatBytes(...frames)
    const sealed = (frames[1] ?? bytes).slice(FRAME_HEAD_LENGTH)
    const given = (await visited(bytes)).flat()
    bytes.fill(0)
    expect(given.map((frame) => frame.sealed)).toEqual([null, sealed, null, null, null])
    expect(given.map(({ body }) => body === null)).toEqual([false, true, true, true, false])
    const opened = (await visited(concatBytes(...frames), (kind) => kind === FRAME.moreColumns)).flat()
    expect(opened.map((frame) => [frame.body === null, frame.sealed])).toEqual([
      [false, null],
      [false, null],
      [true, null],
      [true, null],
      [false, null]
    ])
  })

  test('is never given nothing', async () => {
    const commits = await visited(concatBytes(...chain([9, FRAME.moreChanges, 9, FRAME.checkpoint, FRAME.changes, 9])))
    expect(commits.map(({ length }) => length)).toEqual([1, 1, 1])
  })

  test('is not kept waiting for details of the snapshot: they are checked when they are asked for', async () => {
    const frames = chain(SNAPSHOT)
    const bytes = concatBytes(...frames)
    const at = (frames[0]?.length ?? 0) + 100
    bytes[at] = (bytes[at] ?? 0) ^ 1
    expect(await outcome(bytes)).toBe('whole')
    await expect(visited(bytes, () => true)).rejects.toMatchObject({ detail: { offset: frames[0]?.length } })
  })

  test('is told where a snapshot breaks off, and where a save stands inside it', async () => {
    const cut = concatBytes(...chain([FRAME.moreChanges, FRAME.details]))
    await expect(visited(cut)).rejects.toMatchObject({ code: 'VAULT_DAMAGED', detail: { offset: cut.length } })
    const frames = chain([FRAME.moreChanges, FRAME.changes, FRAME.checkpoint])
    await expect(visited(concatBytes(...frames))).rejects.toMatchObject({ detail: { offset: frames[0]?.length } })
  })
})
