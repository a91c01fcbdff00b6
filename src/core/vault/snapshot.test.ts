import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from './change.ts'
import { createFoldedVault } from './fold.ts'
import { type SnapshotGroup, snapshotGroups } from './snapshot.ts'
import { addGroup, anyChanges, contents, fold, openAll, reopened } from './test-support/changes.ts'

const AT = '000000000001' + '0000' + 'aaaaaaaa'
const id = (number: number) => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`

const bodiesOf = ({ columns, more, details }: SnapshotGroup) => [columns, ...(more === null ? [] : [more]), ...details]

async function groupsOf(changes: readonly Change[]): Promise<SnapshotGroup[]> {
  const groups: SnapshotGroup[] = []
  for await (const group of snapshotGroups(fold(changes), async () => [])) groups.push(group)
  return groups
}

describe('a snapshot', () => {
  test('folds to the same vault, and its list is right while details are sealed', async () => {
    await fc.assert(
      fc.asyncProperty(anyChanges, async (changes) => {
        const folded = fold(changes)
        const { copy, details, items, changes: written } = await reopened(folded)
        for (const id of folded.ids())
          expect(copy.list(id)).toMatchObject({ ...folded.list(id), createdAt: expect.any(Number) })
        expect([copy.itemCount, copy.changeCount]).toEqual([items, written])
        openAll(copy, details)
        expect(contents(copy)).toEqual(contents(folded))
      })
    )
  })

  test('of a vault whose details are sealed reads them group by group and keeps none', async () => {
    await fc.assert(
      fc.asyncProperty(anyChanges, anyChanges, async (before, after) => {
        const { copy, details } = await reopened(fold(before))
        for (const change of after) copy.apply(change)
        const again = createFoldedVault()
        const newDetails: (readonly Uint8Array[])[] = []
        for await (const group of snapshotGroups(copy, async (group) => details[group] ?? [])) {
          addGroup(again, group, newDetails.length)
          newDetails.push(group.details)
        }
        again.raiseClock(copy.clock)
        openAll(again, newDetails)
        expect(contents(again)).toEqual(contents(fold(before, after)))
      })
    )
  })

  test('keeps bodies at 64 KiB of plaintext', async () => {
    const text = 'ü'.repeat(60)
    const many = Array.from({ length: 5000 }, (_, index) => ({
      item: id(index + 1),
      at: AT,
      set: { title: `${text}${index}`, 'value:a': text, [`tag:${index % 9}`]: true }
    }))
    const groups = await groupsOf(many)
    for (const group of groups) for (const body of bodiesOf(group)) expect(body.length).toBeLessThanOrEqual(65_536)
    expect(groups.reduce((sum, group) => sum + group.items, 0)).toBe(5000)
    const average = groups.reduce((sum, group) => sum + group.items, 0) / groups.length
    expect(average).toBeGreaterThan(200)
    expect(Math.max(...groups.map((group) => group.items))).toBe(256)
  })

  test('splits an item that is larger than a body, and lets a single long value go alone', async () => {
    const tags = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`tag:${'x'.repeat(60)}${index}`, true]))
    const changes = [{ item: id(1), at: AT, set: { ...tags, 'value:a': 'a'.repeat(900_000), 'value:b': 'b' } }]
    const groups = await groupsOf(changes)
    const lengths = groups.flatMap(bodiesOf).map((body) => body.length)
    expect(lengths.filter((length) => length > 65_536)).toHaveLength(1)
    expect(Math.max(...lengths)).toBeLessThan(2 ** 20)
    const { copy, details } = await reopened(fold(changes))
    openAll(copy, details)
    expect(contents(copy)).toEqual(contents(fold(changes)))
    expect(groups.reduce((sum, group) => sum + group.items, 0)).toBe(1)
  })

  test('of an empty vault has no groups', async () => {
    expect(await groupsOf([])).toEqual([])
  })
})
