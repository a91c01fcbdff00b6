import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from './change.ts'
import { createFoldedVault, type FoldedVault } from './fold.ts'
import { ITEM_ACTS, journalValue, readJournal, repeats, VAULT_ACTS } from './journal.ts'
import { MOST_ENTRIES } from './journal-bound.ts'
import { covers, isNoted, journalPolicy, withJournalPolicy } from './journal-policy.ts'
import { mergeVaults } from './merge.ts'
import { fold, reopened } from './test-support/changes.ts'

const ITEM = '00000000-0000-4000-8000-000000000001'
const stamp = (time: number, device = 'aaaaaaaa') => `${time.toString(16).padStart(12, '0')}0000${device}`
const entry = (time: number, device?: string, at = time): Change => ({
  item: 'vault',
  at: stamp(at, device),
  set: {
    [`journal:${stamp(time, device)}`]: journalValue({ act: 'copied', item: ITEM, fields: ['password'] }, 'window')
  }
})
const names = (folded: FoldedVault): string[] => [...folded.journal().keys()].toSorted()

describe('an entry of the journal', () => {
  test('is read as it was written, with the time and the device of its name', () => {
    const acts = fc.constantFrom(...ITEM_ACTS, ...VAULT_ACTS)
    const field = fc.stringMatching(/^[a-z][a-z-]{0,20}$/)
    fc.assert(
      fc.property(acts, fc.array(field, { maxLength: 3 }), fc.nat(), (act, fields, items) => {
        const value = journalValue({ act, item: ITEM, fields, format: 'json', items }, 'coffer read')
        expect(readJournal(`journal:${stamp(7, 'bbbbbbbb')}`, value)).toEqual({
          id: stamp(7, 'bbbbbbbb'),
          at: 7,
          device: 'bbbbbbbb',
          act,
          by: 'coffer read',
          item: ITEM,
          fields,
          format: 'json',
          items
        })
      })
    )
  })

  test('of a newer version is shown as far as it is understood, and what is none is left alone', () => {
    const name = `journal:${stamp(1)}`
    expect(readJournal(name, { kind: 'dreamt', item: 'x', fields: [1, 'a'], more: {} })).toMatchObject({
      act: 'other',
      by: '',
      item: null,
      fields: ['a']
    })
    expect(readJournal('journal:soon', {})).toBe(null)
    expect(readJournal(name, 'copied')).toBe(null)
    expect(readJournal(`draft:${stamp(1)}`, {})).toBe(null)
  })

  test('repeats another only for the same field, act, program and device, within a minute', () => {
    const read = (time: number, device: string, fields: readonly string[], by = 'window') => {
      const value = journalValue({ act: 'copied', item: ITEM, fields }, by)
      return readJournal(`journal:${stamp(time, device)}`, value)
    }
    const first = read(1000, 'aaaaaaaa', ['password'])
    const is = (other: ReturnType<typeof read>) => first !== null && other !== null && repeats(other, first)
    expect(is(read(60_999, 'aaaaaaaa', ['password']))).toBe(true)
    expect(is(read(61_000, 'aaaaaaaa', ['password']))).toBe(false)
    expect(is(read(2000, 'bbbbbbbb', ['password']))).toBe(false)
    expect(is(read(2000, 'aaaaaaaa', ['pin']))).toBe(false)
    expect(is(read(2000, 'aaaaaaaa', ['password'], 'coffer read'))).toBe(false)
    const exported = readJournal(`journal:${stamp(1)}`, journalValue({ act: 'exported' }, 'window'))
    expect(exported !== null && repeats(exported, exported)).toBe(false)
  })
})

describe('the policy', () => {
  test('covers what opens other systems where nothing else is said', () => {
    for (const none of [undefined, null, 'all', { journal: 'sometimes' }])
      expect(journalPolicy(none)).toBe('infrastructure')
    for (const type of ['api', 'server', 'database', 'ssh-key', 'certificate'])
      expect(covers('infrastructure', type)).toBe(true)
    for (const type of ['login', 'note', 'card', 'own-12345678']) expect(covers('infrastructure', type)).toBe(false)
  })

  test('never keeps silent about the whole vault', () => {
    expect(isNoted('none', { act: 'exported' }, '')).toBe(true)
    expect(isNoted('none', { act: 'copied', item: ITEM }, 'api')).toBe(false)
    expect(isNoted('all', { act: 'copied', item: ITEM }, 'note')).toBe(true)
  })

  test('leaves what else the vault says of itself as it is', () => {
    expect(withJournalPolicy({ other: [1] }, 'all')).toEqual({ other: [1], journal: 'all' })
  })
})

describe('the journal in copies of a vault', () => {
  const dealt = fc.array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 7 })), { maxLength: 40 })

  test('is the union of theirs, whichever is merged into which', () => {
    const holding = (cards: readonly (readonly [number, number])[], copy: number) =>
      fold(cards.filter(([, holders]) => (holders & copy) !== 0).map(([time]) => entry(time)))
    const merged = (mine: FoldedVault, other: FoldedVault) => {
      for (const change of mergeVaults(mine, other).changes) mine.apply(change)
      return mine
    }
    fc.assert(
      fc.property(dealt, (cards) => {
        const all = names(fold(cards.map(([time]) => entry(time))))
        const one = merged(merged(holding(cards, 1), holding(cards, 2)), holding(cards, 4))
        const other = merged(holding(cards, 4), merged(holding(cards, 2), holding(cards, 1)))
        expect(names(one)).toEqual(all)
        expect(names(other)).toEqual(all)
        expect(mergeVaults(one, other).changes).toEqual([])
      })
    )
  })

  test('is cut to the newest at compaction, and a copy that has more does not bring it back', async () => {
    const long = createFoldedVault()
    for (let time = 1; time <= MOST_ENTRIES + 30; time++) long.apply(entry(time))
    const { copy } = await reopened(long)
    expect(names(copy)).toHaveLength(MOST_ENTRIES)
    expect(names(copy)[0]).toBe(`journal:${stamp(31)}`)
    expect(mergeVaults(copy, long).changes).toEqual([])
    // What the other has beside it still comes.
    long.apply(entry(9000, 'bbbbbbbb'))
    expect(mergeVaults(copy, long).changes).toHaveLength(1)
  })

  test('goes by when entries came in, so that a clock that is wrong does not push others out', async () => {
    const vault = createFoldedVault()
    // One device believes that it is far in the future; what it wrote came first.
    vault.apply(entry(900_000, 'bbbbbbbb', 1))
    for (let time = 2; time <= MOST_ENTRIES + 1; time++) vault.apply(entry(time))
    const { copy } = await reopened(vault)
    expect(names(copy)).toHaveLength(MOST_ENTRIES)
    expect(names(copy)).not.toContain(`journal:${stamp(900_000, 'bbbbbbbb')}`)
  })
})

describe('the journal of a vault that was opened', () => {
  const own = (folded: FoldedVault): string[] => [...folded.vaultProperties().keys()]

  test('waits unread until somebody looks, and is all there then', async () => {
    const before = fold([{ item: 'vault', at: stamp(1), set: { name: 'Mine' } }, entry(2), entry(3, 'bbbbbbbb')])
    const { copy, changes } = await reopened(before)
    expect(copy.changeCount).toBe(changes)
    expect(copy.clock).toEqual(before.clock)
    expect(own(copy)).toEqual(['name'])
    expect(names(copy)).toEqual(names(before))
    expect(copy.state('vault')).toEqual(before.state('vault'))
  })

  test('folds alike whether it was looked at or not before more came', async () => {
    const { copy } = await reopened(fold([entry(2)]))
    const { copy: seen } = await reopened(fold([entry(2)]))
    seen.journal()
    for (const each of [copy, seen]) each.apply(entry(1))
    expect(names(copy)).toEqual(names(seen))
    expect(names(copy)).toHaveLength(2)
  })

  test('is damaged where a line that waited turns out not to be the only text of its value', () => {
    const name = stamp(2)
    const at = `{"item":"vault","at":"${name}","set":{"journal:${name}":{"kind":"copied", "by":"window"}}}\n`
    const folded = createFoldedVault()
    folded.addGroup(new TextEncoder().encode(at), 0)
    expect(folded.changeCount).toBe(1)
    expect(() => folded.journal()).toThrow('VAULT_DAMAGED')
  })
})
