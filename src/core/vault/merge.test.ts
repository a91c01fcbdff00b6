import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from './change.ts'
import { createFoldedVault, type FoldedVault } from './fold.ts'
import type { Json } from './json.ts'
import { type Merge, mergeVaults } from './merge.ts'
import { newItemFrom } from './purged-edit.ts'
import { HISTORY_LENGTH, keepsHistory } from './properties.ts'
import { nextStamp, type Stamp } from './stamp.ts'
import { contents, fold, honestChanges, ITEMS, reopened } from './test-support/changes.ts'

const [ITEM = '', OTHER = ''] = ITEMS
const at = (time: number, device = 'aaaaaaaa') => `${time.toString(16).padStart(12, '0')}0000${device}`
const set = (stamp: Stamp, properties: Change['set'], item = ITEM): Change => ({ item, at: stamp, set: properties })

/** Changes dealt out to three copies, some of them to several: what copies that went apart and met again have. */
const threeParts = honestChanges.chain((changes) =>
  fc
    .array(fc.integer({ min: 1, max: 7 }), { minLength: changes.length, maxLength: changes.length })
    .map((holders) => [1, 2, 4].map((copy) => changes.filter((_, index) => ((holders[index] ?? 0) & copy) !== 0)))
)

function merged(mine: FoldedVault, other: FoldedVault): FoldedVault {
  const { changes, clock } = mergeVaults(mine, other)
  for (const change of changes) mine.apply(change)
  mine.raiseClock(clock)
  return mine
}

describe('merging two copies', () => {
  test('comes to what folding all of their changes comes to', () => {
    fc.assert(
      fc.property(threeParts, ([a = [], b = []]) => {
        expect(contents(merged(fold(a), fold(b)))).toEqual(contents(fold(a, b)))
      })
    )
  })

  test('does not depend on which one is merged into the other', () => {
    fc.assert(
      fc.property(threeParts, ([a = [], b = []]) => {
        expect(contents(merged(fold(a), fold(b)))).toEqual(contents(merged(fold(b), fold(a))))
      })
    )
  })

  test('does not depend on which two of three are merged first', () => {
    fc.assert(
      fc.property(threeParts, ([a = [], b = [], c = []]) => {
        const left = merged(merged(fold(a), fold(b)), fold(c))
        expect(contents(left)).toEqual(contents(merged(fold(a), merged(fold(b), fold(c)))))
      })
    )
  })

  test('a second time, or with itself, brings nothing', () => {
    const nothing = { changes: [], attachments: [], needsCheckpoint: false, editsOfPurged: [] }
    fc.assert(
      fc.property(threeParts, ([a = [], b = []]) => {
        const both = merged(fold(a), fold(b))
        expect(mergeVaults(both, fold(b))).toMatchObject(nothing)
        expect(mergeVaults(fold(a), fold(a))).toMatchObject(nothing)
      })
    )
  })

  test('appends nothing that the other has, or that would be trimmed at once', () => {
    fc.assert(
      fc.property(threeParts, ([a = [], b = []]) => {
        const both = merged(fold(a), fold(b))
        for (const change of mergeVaults(fold(a), fold(b)).changes) {
          for (const name of Object.keys(change.set)) {
            expect(stampsOf(fold(a), change.item, name)).not.toContain(change.at)
            expect(stampsOf(both, change.item, name)).toContain(change.at)
          }
        }
      })
    )
  })

  test('discards no value of either side that history would keep, except of purged items', () => {
    fc.assert(
      fc.property(threeParts, ([a = [], b = []]) => {
        const both = merged(fold(a), fold(b))
        for (const side of [fold(a), fold(b)]) {
          for (const { item, name, stamp, index } of allVersions(side)) {
            const kept = stampsOf(both, item, name)
            const isAlone = !keepsHistory(name) || (index === 0 && isAttachment(side, item, name))
            const isCrowdedOut = isAlone || kept.length > HISTORY_LENGTH
            expect(both.isPurged(item) || kept.includes(stamp) || isCrowdedOut).toBe(true)
          }
        }
      })
    )
  })
})

describe('a merge', () => {
  test('keeps both edits of one item where they are of two fields', () => {
    const before = [set(at(1), { title: 'GitHub', 'value:username': 'mara', 'value:notes': 'old' })]
    const both = merged(
      fold(before, [set(at(5), { 'value:username': 'maralind' })]),
      fold(before, [set(at(4, 'bbbbbbbb'), { 'value:notes': 'new' })])
    )
    expect(values(both, ITEM)).toEqual({ title: 'GitHub', 'value:username': 'maralind', 'value:notes': 'new' })
  })

  test('keeps the older of two edits of one field as history', () => {
    const both = merged(
      fold([set(at(5), { 'value:password': 'a' })]),
      fold([set(at(6, 'bbbbbbbb'), { 'value:password': 'b' })])
    )
    expect(values(both, ITEM)).toEqual({ 'value:password': 'b' })
    expect(both.history(ITEM, 'value:password')).toEqual([{ at: at(5), value: 'a' }])
  })

  test('takes the same change for the same, however its value was sealed', () => {
    const mine = fold([set(at(1), { 'value:password': { sealed: 'AAAA' } })])
    const other = fold([set(at(1), { 'value:password': { sealed: 'BBBB' } })])
    expect(mergeVaults(mine, other).changes).toEqual([])
    expect(values(merged(mine, other), ITEM)).toEqual({ 'value:password': { sealed: 'AAAA' } })
  })

  test('seals anew what comes from under another key, before anything is taken', () => {
    const other = fold([set(at(1), { 'value:password': { sealed: 'AAAA' } })])
    const { changes } = mergeVaults(createFoldedVault(), other, {
      transform: (item, state) => {
        if (item === ITEM) state.properties.set('value:password', [{ at: at(1), value: { sealed: 'CCCC' } }])
      }
    })
    expect(changes).toEqual([set(at(1), { 'value:password': { sealed: 'CCCC' } })])
    expect(values(other, ITEM)).toEqual({ 'value:password': { sealed: 'AAAA' } })
  })

  test('names the attachments whose chunks have to come along', () => {
    const value = (id: string): Json => ({
      attachment: id.repeat(32),
      name: 'a',
      size: 1,
      mediaType: 't',
      sha256: '0'.repeat(64),
      chunks: 1
    })
    const mine = fold([set(at(1), { 'value:scan': value('a') })])
    const other = fold([set(at(1), { 'value:scan': value('a') }), set(at(2), { 'value:plan': value('b') }, OTHER)])
    expect(mergeVaults(mine, other).attachments).toEqual(['b'.repeat(32)])
  })

  test('asks for a checkpoint when the other has seen more than its changes say', () => {
    const other = fold([set(at(1), { title: 'x' })])
    expect(mergeVaults(createFoldedVault(), other).needsCheckpoint).toBe(false)
    other.raiseClock({ bbbbbbbb: at(9, 'bbbbbbbb') })
    const { needsCheckpoint, clock } = mergeVaults(createFoldedVault(), other)
    expect([needsCheckpoint, { ...clock }]).toEqual([true, { aaaaaaaa: at(1), bbbbbbbb: at(9, 'bbbbbbbb') }])
  })

  test('of the vault itself merges its own properties', () => {
    const both = merged(
      fold([set(at(1), { name: 'Mara' }, 'vault')]),
      fold([set(at(2), { policy: { idle: 5 } }, 'vault')])
    )
    expect([...both.vaultProperties()].map(([name, { value }]) => [name, value])).toEqual([
      ['name', 'Mara'],
      ['policy', { idle: 5 }]
    ])
  })

  test('refuses to compare items whose details were not read', async () => {
    const { copy } = await reopened(fold([set(at(1), { title: 'x', 'value:a': 'y' })]))
    const refused = expect.objectContaining({ code: 'INTERNAL' })
    expect(() => mergeVaults(createFoldedVault(), copy)).toThrow(refused)
    expect(() => mergeVaults(copy, fold([set(at(2), { title: 'z' })]))).toThrow(refused)
  })
})

describe('an item purged on one side', () => {
  const before = [
    set(at(1), {
      title: 'Bank',
      'value:pin': { sealed: 'AAAA' },
      'value:notes': null,
      trashedAt: 1,
      'draft:aaaaaaaa': 'x'
    })
  ]
  const purge = set(at(3, 'bbbbbbbb'), { purged: true })
  const edit = set(at(2), { title: 'Alder Bank' })

  test('and not touched on the other is purged without a question', () => {
    for (const [a, b] of [
      [fold(before), fold(before, [purge])],
      [fold(before, [purge]), fold(before)]
    ] as const) {
      expect(mergeVaults(a, b).editsOfPurged).toEqual([])
      expect(merged(a, b).isPurged(ITEM)).toBe(true)
    }
  })

  test.each([
    ['other', fold(before, [purge]), fold(before, [edit])],
    ['mine', fold(before, [edit]), fold(before, [purge])]
  ] as const)('and edited elsewhere is purged, and its edit is offered (%s)', (on, mine, other) => {
    const { editsOfPurged } = mergeVaults(mine, other)
    expect(editsOfPurged).toMatchObject([
      {
        item: ITEM,
        on,
        purged: { at: purge.at },
        unseen: [{ name: 'title', version: { at: at(2), value: 'Alder Bank' } }]
      }
    ])
    const [offered] = editsOfPurged
    const carry = (name: string, { value }: { value: Json }): Json =>
      name === 'value:pin' ? { sealed: 'BBBB' } : value
    expect(offered && newItemFrom(offered, OTHER, at(9), carry)).toEqual(
      set(at(9), { title: 'Alder Bank', 'value:pin': { sealed: 'BBBB' } }, OTHER)
    )
    expect(merged(mine, other).isPurged(ITEM)).toBe(true)
    expect(mergeVaults(mine, other).editsOfPurged).toEqual([])
  })

  test('after its edit was seen there is purged without a question', () => {
    expect(mergeVaults(fold(before, [edit], [purge]), fold(before, [edit])).editsOfPurged).toEqual([])
  })

  test('on both sides has nothing to offer', () => {
    const mine = fold(before, [set(at(2), { purged: true })])
    expect(mergeVaults(mine, fold(before, [purge]))).toMatchObject({
      changes: [{ at: purge.at, set: { purged: true } }],
      editsOfPurged: []
    })
  })
})

type Step = {
  readonly device: number
  readonly do: 'edit' | 'purge' | 'merge'
  readonly item: number
  readonly name: string
  readonly with: number
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  device: fc.nat(2),
  do: fc.constantFrom('edit', 'edit', 'edit', 'purge', 'merge', 'merge'),
  item: fc.nat(1),
  name: fc.constantFrom('title', 'value:a'),
  with: fc.nat(2)
})

describe('three devices that edit, purge and merge', () => {
  test('lose no value: it is in the item, or whoever purged the item had seen it, or it was offered back', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => void run(steps)),
      { numRuns: 300 }
    )
  })

  test('agree once all of them have merged all others', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        const devices = run(steps)
        for (let round = 0; round < 2; round++) {
          for (const mine of devices) for (const other of devices) if (mine !== other) merged(mine.folded, other.folded)
        }
        const [first, ...others] = devices.map(({ folded }) => contents(folded))
        for (const other of others) expect(other).toEqual(first)
      })
    )
  })
})

type Device = { readonly folded: FoldedVault; readonly id: string; readonly everSeen: Set<string> }

function run(steps: readonly Step[]): readonly Device[] {
  const devices = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc'].map(
    (id): Device => ({ folded: createFoldedVault(), id, everSeen: new Set() })
  )
  for (const [index, step] of steps.entries()) {
    const [mine, other] = [devices[step.device], devices[step.with]]
    if (mine === undefined || other === undefined) continue
    if (step.do !== 'merge') write(mine, step, index)
    else if (mine !== other) mergeAndCheck(mine, other)
  }
  return devices
}

function write({ folded, id, everSeen }: Device, step: Step, value: number): void {
  // Clocks of machines differ, and may run backwards.
  const stamp = nextStamp(folded.greatestStamp, 1000 + ((value * 37) % 11), id)
  const item = ITEMS[step.item] ?? ITEM
  if (folded.isPurged(item)) return
  folded.apply({ item, at: stamp, set: step.do === 'purge' ? { purged: true } : { [step.name]: value } })
  everSeen.add(stamp)
}

function mergeAndCheck(mine: Device, other: Device): void {
  const merge = mergeVaults(mine.folded, other.folded)
  const sides = [mine, other].map((side) => ({
    versions: allVersions(side.folded),
    purged: ITEMS.filter((id) => side.folded.isPurged(id)),
    seen: new Set(side.everSeen)
  }))
  for (const change of merge.changes) mine.folded.apply(change)
  mine.folded.raiseClock(merge.clock)
  for (const stamp of other.everSeen) mine.everSeen.add(stamp)
  for (const [index, { versions }] of sides.entries()) {
    const opposite = sides[1 - index]
    for (const { item, name, stamp } of versions) {
      if (stampsOf(mine.folded, item, name).includes(stamp)) continue
      expect(opposite?.purged).toContain(item)
      expect(isOffered(merge, item, name, stamp)).toBe(!opposite?.seen.has(stamp))
    }
  }
}

function isOffered({ editsOfPurged }: Merge, item: string, name: string, stamp: Stamp): boolean {
  return editsOfPurged.some(
    (edit) => edit.item === item && edit.unseen.some((one) => one.name === name && one.version.at === stamp)
  )
}

function stampsOf(folded: FoldedVault, item: string, name: string): Stamp[] {
  const { properties, purged } = folded.state(item)
  const versions = name === 'purged' && purged !== null ? [purged] : (properties.get(name) ?? [])
  return versions.map((version) => version.at)
}

function allVersions(folded: FoldedVault): { item: string; name: string; stamp: Stamp; index: number }[] {
  return ['vault', ...folded.ids()].flatMap((item) =>
    [...folded.state(item).properties].flatMap(([name, versions]) =>
      versions.map((version, index) => ({ item, name, stamp: version.at, index }))
    )
  )
}

function isAttachment(folded: FoldedVault, item: string, name: string): boolean {
  return JSON.stringify(folded.state(item).properties.get(name)?.[0]?.value).startsWith('{"attachment"')
}

function values(folded: FoldedVault, item: string): Record<string, Json> {
  return Object.fromEntries([...folded.properties(item)].map(([name, { value }]) => [name, value]))
}
