import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { VaultError } from '../errors.ts'
import { type Change, encodeChanges } from './change.ts'
import { columnsLine, toColumns } from './columns.ts'
import { createFoldedVault } from './fold.ts'
import { anyChanges, body, contents, fold, honestChanges, ITEMS, openAll } from './test-support/changes.ts'
import { utf8Bytes } from './text.ts'

const [ITEM = '', OTHER = ''] = ITEMS
const at = (time: number, device = 'aaaaaaaa') => `${time.toString(16).padStart(12, '0')}0000${device}`
const set = (time: number, properties: Change['set'], item = ITEM): Change => ({ item, at: at(time), set: properties })
const columns = (...changes: Change[]) => utf8Bytes(`${columnsLine(toColumns(changes))}\n`)
const damaged = expect.objectContaining({ code: 'VAULT_DAMAGED' })

describe('folding', () => {
  test('does not depend on the order of the changes', () => {
    const shuffled = anyChanges.chain((changes) =>
      fc.tuple(fc.constant(changes), fc.shuffledSubarray(changes, { minLength: changes.length }))
    )
    fc.assert(
      fc.property(shuffled, ([changes, other]) => {
        expect(contents(fold(other))).toEqual(contents(fold(changes)))
      })
    )
  })

  test('does not depend on how often a change is applied', () => {
    fc.assert(
      fc.property(anyChanges, anyChanges, (a, b) => {
        expect(contents(fold(a, b, a, b, b))).toEqual(contents(fold(a, b)))
      })
    )
  })

  test('comes to the same whether changes arrive one by one or as rows of columns', () => {
    fc.assert(
      fc.property(honestChanges, fc.nat(60), fc.nat(60), (all, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)]
        const [a, b, c] = [all.slice(0, from), all.slice(from, to), all.slice(to)]
        const items = b.filter((change) => change.item !== 'vault')
        const mixed = fold(a)
        if (items.length > 0) mixed.addGroup(columns(...items), 1)
        for (const change of c) mixed.apply(change)
        openAll(mixed, [[], []])
        expect(contents(mixed)).toEqual(contents(fold(a, items, c)))
        expect(mixed.changeCount).toBe(a.length + items.length + c.length)
      })
    )
  })
})

describe('a property', () => {
  test('keeps the value with the greatest stamp, null included', () => {
    const folded = fold([set(2, { title: null }), set(1, { title: 'old' })])
    expect(folded.properties(ITEM).get('title')).toEqual({ at: at(2), value: null })
    expect(folded.list(ITEM)?.title).toBe('')
  })

  test('of two values of one stamp keeps the greater text by its bytes, not by UTF-16 units', () => {
    const folded = fold([set(1, { title: '\u{1F600}' }), set(1, { title: '\uFFFD' })])
    expect(folded.properties(ITEM).get('title')?.value).toBe('\u{1F600}')
    expect(folded.history(ITEM, 'title')).toEqual([])
  })

  test('named like a part of Object is a property like any other', () => {
    const change = { item: ITEM, at: at(1), set: JSON.parse('{"__proto__":{"x":1},"constructor":2}') }
    const folded = fold([change])
    expect([...folded.properties(ITEM).keys()]).toEqual(['__proto__', 'constructor'])
    expect(({} as { x?: number }).x).toBeUndefined()
  })

  test('that no version knows is kept untouched', () => {
    const folded = fold([set(1, { 'hologram:3': { deep: [1, null] } })])
    expect(folded.properties(ITEM).get('hologram:3')?.value).toEqual({ deep: [1, null] })
  })
})

describe('history', () => {
  test('keeps the newest 20 superseded values, titles and URLs', () => {
    const versions = Array.from({ length: 30 }, (_, index) =>
      set(index + 1, { title: `${index}`, 'value:x': `${index}`, 'url:url': `${index}` })
    )
    const folded = fold(versions)
    for (const property of ['title', 'value:x', 'url:url']) {
      const kept = folded.history(ITEM, property)
      expect(kept.map(({ value }) => value)).toEqual(Array.from({ length: 20 }, (_, index) => `${28 - index}`))
    }
  })

  test('keeps nothing of tags, favourites, definitions, checks and drafts', () => {
    const names = ['tag:x', 'favorite', 'field:x', 'check:x', 'draft:aaaaaaaa', 'subtitle']
    const folded = fold([1, 2].map((time) => set(time, Object.fromEntries(names.map((name) => [name, time])))))
    for (const name of names) expect(folded.history(ITEM, name)).toEqual([])
  })

  test('keeps nothing of a superseded attachment', () => {
    const folded = fold([
      set(1, { 'value:x': 'text' }),
      set(2, { 'value:x': { attachment: '00' } }),
      set(3, { 'value:x': null })
    ])
    expect(folded.history(ITEM, 'value:x')).toEqual([{ at: at(1), value: 'text' }])
  })
})

describe('a purged item', () => {
  test('stays purged whatever the stamps, and nothing of it is left', () => {
    const folded = fold([set(1, { purged: true }), set(9, { title: 'again', purged: null }), set(5, { purged: true })])
    expect(folded.has(ITEM)).toBe(false)
    expect(folded.isPurged(ITEM)).toBe(true)
    expect([...folded.properties(ITEM)]).toEqual([['purged', { at: at(5), value: true }]])
    expect([folded.size, folded.itemCount, [...folded.ids()], [...folded.allIds()]]).toEqual([0, 1, [], [ITEM]])
    expect(folded.list(ITEM)).toMatchObject({ purged: true, title: '' })
  })

  test('of columns is purged too', () => {
    const folded = createFoldedVault()
    folded.addGroup(columns(set(1, { title: 'x' }), set(2, { purged: true }), set(1, { title: 'y' }, OTHER)), 0)
    expect([...folded.ids()]).toEqual([OTHER])
    expect(folded.size).toBe(1)
    expect(folded.sealedGroups(ITEM)).toEqual([])
  })
})

describe('the list', () => {
  test('reads rows of columns without folding them', () => {
    const folded = createFoldedVault()
    const check = { fingerprint: 'AAAA', bits: 77 }
    folded.addGroup(
      columns(
        set(5, {
          type: 'login',
          title: 'GitHub',
          subtitle: 'alice',
          favorite: true,
          createdAt: 3,
          'url:url': 'https://github.com',
          'tag:b': true,
          'tag:a': true,
          'tag:c': null,
          'check:password': check
        }),
        set(6, { title: 'Note', trashedAt: 9, 'url:url-2': 'b', 'url:url-1': 'a', favorite: 7 }, OTHER)
      ),
      0
    )
    expect(folded.list(ITEM)).toEqual({
      id: ITEM,
      type: 'login',
      title: 'GitHub',
      subtitle: 'alice',
      favorite: true,
      tags: ['a', 'b'],
      firstUrl: { field: 'url', url: 'https://github.com' },
      urls: ['https://github.com'],
      checks: [{ field: 'password', ...check }],
      due: null,
      createdAt: 3,
      changedAt: 5,
      trashedAt: null,
      purged: false,
      revision: at(5)
    })
    expect(folded.list(OTHER)).toMatchObject({
      type: 'note',
      favorite: false,
      trashedAt: 9,
      createdAt: 6,
      firstUrl: { field: 'url-1', url: 'a' },
      urls: ['a', 'b']
    })
    expect(folded.list(ITEMS[2] ?? '')).toBeUndefined()
  })

  test('dates an item by its newest change, also by one that sets nothing', () => {
    const folded = createFoldedVault()
    folded.addGroup(columns(set(1, { title: 'x' }), set(8, {})), 0)
    expect(folded.list(ITEM)).toMatchObject({ changedAt: 8, revision: at(8) })
  })
})

describe('the rest of the columns', () => {
  const line = (...parts: [boolean, ...Change[]][]) =>
    utf8Bytes(parts.map(([more, ...changes]) => `${columnsLine(toColumns(changes, more))}\n`).join(''))
  const lead = line([true, set(2, { title: 'x', 'tag:a': true }), set(3, { title: 'y' }, OTHER)])
  const rest = line([false, set(2, { subtitle: 'sx', 'url:url': 'ux' }), set(3, { subtitle: 'sy' }, OTHER)])

  test('is opened once, when something in it is asked for, and not by ordering, filtering or saving', () => {
    let opened = 0
    const folded = createFoldedVault()
    folded.addGroup(lead, 0, () => (opened++, rest))
    folded.apply(set(9, { title: 'z' }))
    const number = folded.lead.numberOf(ITEM)
    expect([folded.lead.title(number), folded.lead.tags(number), folded.lead.changedAt(number)]).toEqual([
      'z',
      ['a'],
      9
    ])
    expect([folded.has(OTHER), folded.size, opened]).toEqual([true, 2, 0])
    expect(folded.list(ITEM)).toMatchObject({ title: 'z', subtitle: 'sx', urls: ['ux'] })
    expect(folded.list(OTHER)).toMatchObject({ title: 'y', subtitle: 'sy' })
    expect(opened).toBe(1)
  })

  test('that cannot be opened is damage where it is shown, and is tried again', () => {
    let works = false
    const folded = createFoldedVault()
    folded.addGroup(lead, 0, () => {
      if (works) return rest
      throw new VaultError('VAULT_DAMAGED', { offset: 7 })
    })
    expect(() => folded.list(ITEM)).toThrow(expect.objectContaining({ code: 'VAULT_DAMAGED', detail: { offset: 7 } }))
    works = true
    expect(folded.list(ITEM)?.subtitle).toBe('sx')
  })

  test('that is missing, or that nothing speaks of, is damage at once', () => {
    const folded = createFoldedVault()
    expect(() => folded.addGroup(lead, 0)).toThrow(damaged)
    expect(() => folded.addGroup(line([false, set(1, { title: 'x' })]), 0, () => rest)).toThrow(damaged)
    expect(() => folded.addGroup(line([true, set(1, { purged: true })]), 0, () => rest)).toThrow(damaged)
    expect(folded.itemCount).toBe(0)
  })

  test.each<[string, Uint8Array]>([
    ['other items', line([false, set(2, { subtitle: 's' }, OTHER), set(3, { subtitle: 's' })])],
    ['other stamps', line([false, set(2, { subtitle: 's' }), set(4, { subtitle: 's' }, OTHER)])],
    ['fewer rows', line([false, set(2, { subtitle: 's' })])],
    ['more lines', line([false, set(2, {}), set(3, {}, OTHER)], [false, set(2, {}), set(3, {}, OTHER)])],
    ['single changes', body(set(2, { subtitle: 's' }))],
    ['a property that is there already', line([false, set(2, { title: 'z' }), set(3, {}, OTHER)])],
    ['a property that ordering needs', line([false, set(2, { trashedAt: 1 }), set(3, {}, OTHER)])],
    ['a tag', line([false, set(2, { 'tag:z': true }), set(3, {}, OTHER)])],
    ['a purge', line([false, set(2, { purged: true }), set(3, {}, OTHER)])],
    ['yet another rest', line([true, set(2, {}), set(3, {}, OTHER)])]
  ])('with %s is damage', (_, wrong) => {
    const folded = createFoldedVault()
    folded.addGroup(lead, 0, () => wrong)
    expect(() => folded.list(ITEM)).toThrow(damaged)
  })
})

describe('details', () => {
  function sealedVault() {
    const folded = createFoldedVault()
    folded.addGroup(columns(set(2, { title: 'x' }), set(2, { title: 'y' }, OTHER)), 4)
    return folded
  }

  test('stay sealed until asked for, and half an item is never taken for a whole one', () => {
    const folded = sealedVault()
    expect(folded.sealedGroups(ITEM)).toEqual([4])
    expect(() => folded.properties(ITEM)).toThrow(expect.objectContaining({ code: 'INTERNAL' }))
    expect(() => folded.history(ITEM, 'title')).toThrow(expect.objectContaining({ code: 'INTERNAL' }))
  })

  test('are taken in for the asked item only', () => {
    const folded = sealedVault()
    folded.addDetails(
      4,
      [body(set(2, { 'value:a': '1' }), set(1, { 'value:a': '0' }, OTHER)), body(set(1, { title: 'w' }))],
      new Set([ITEM])
    )
    expect(folded.properties(ITEM).get('value:a')?.value).toBe('1')
    expect(folded.history(ITEM, 'title')).toEqual([{ at: at(1), value: 'w' }])
    expect(folded.sealedGroups(OTHER)).toEqual([4])
  })

  test('never win over a change made before they were read', () => {
    const folded = sealedVault()
    folded.apply(set(7, { 'value:a': 'new' }))
    expect(folded.sealedGroups(ITEM)).toEqual([4])
    folded.addDetails(4, [body(set(2, { 'value:a': 'old' }))])
    expect(folded.properties(ITEM).get('value:a')?.value).toBe('new')
    expect(folded.history(ITEM, 'value:a')).toEqual([{ at: at(2), value: 'old' }])
    expect(folded.sealedGroups(OTHER)).toEqual([])
  })

  test.each([
    ['a winning list property', set(3, { title: 'z' })],
    ['a list property that the columns lack', set(1, { 'tag:x': true })],
    ['an item from outside the group', set(1, { 'value:a': '1' }, ITEMS[2])],
    ['the vault itself', set(1, { name: 'x' }, 'vault')]
  ])('that hold %s are damage, and nothing of them is taken in', (_, change) => {
    const folded = sealedVault()
    expect(() => folded.addDetails(4, [body(set(1, { 'value:a': '1' }), change)])).toThrow(damaged)
    expect(folded.sealedGroups(ITEM)).toEqual([4])
  })

  test('of a purged item are passed over', () => {
    const folded = sealedVault()
    folded.apply(set(3, { purged: true }))
    folded.addDetails(4, [body(set(2, { 'value:a': 'secret' }))])
    expect([...folded.properties(ITEM).keys()]).toEqual(['purged'])
  })
})

describe('the clock', () => {
  test('is the greatest stamp of each device, raised by changes, columns and checkpoints', () => {
    const folded = fold([{ item: 'vault', at: at(3, 'bbbbbbbb'), set: { name: 'x' } }])
    folded.addGroup(columns(set(1, {}), set(2, {})), 0)
    expect({ ...folded.clock }).toEqual({ aaaaaaaa: at(2), bbbbbbbb: at(3, 'bbbbbbbb') })
    folded.raiseClock({ cccccccc: at(9, 'cccccccc'), aaaaaaaa: at(1) })
    expect(folded.greatestStamp).toBe(at(9, 'cccccccc'))
    expect(folded.clock['aaaaaaaa']).toBe(at(2))
    expect(createFoldedVault().greatestStamp).toBeNull()
  })

  test('does not move when a body is malformed', () => {
    const folded = createFoldedVault()
    const broken = new Uint8Array([...encodeChanges([set(1, { title: 'x' })]), 0x7b])
    expect(() => folded.addGroup(broken, 0)).toThrow(damaged)
    expect([folded.itemCount, folded.changeCount, folded.greatestStamp]).toEqual([0, 0, null])
  })
})
