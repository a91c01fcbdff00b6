import { describe, expect, test } from 'vitest'
import { randomBytes } from '../random.ts'
import { fingerprint, openValue, sealValue } from './concealed.ts'
import { changedAt, compareStates, isConflict, laterSide, valueOf } from './difference.ts'
import { applyVersion, type ItemState, newItemState } from './item-state.ts'
import type { Json } from './json.ts'
import { takeBoth, takeSide } from './take-field.ts'

const ITEM = '11111111-1111-4111-8111-111111111111'
const at = (time: number, device = 'aaaaaaaa') => `${time.toString(16).padStart(12, '0')}0000${device}`
const scope = {
  key: randomBytes(32),
  fingerprintKey: randomBytes(32),
  vaultId: randomBytes(16),
  keyEpoch: 1
}

function state(...changes: readonly (readonly [string, Readonly<Record<string, Json>>])[]): ItemState {
  const made = newItemState()
  for (const [stamp, set] of changes)
    for (const [name, value] of Object.entries(set)) applyVersion(made, name, { at: stamp, value })
  return made
}

const secret = (text: string, stamp: string, id = 'password') => ({
  [`value:${id}`]: sealValue(scope, { item: ITEM, at: stamp, name: `value:${id}` }, text),
  [`check:${id}`]: { fingerprint: fingerprint(scope, text), bits: 40 }
})

describe('two states of an item', () => {
  test('differ in what a person sees as one field: its definition, value and check together', () => {
    const before = state([at(1), { title: 'A', 'field:x': { label: 'X', kind: 'text', order: 1 }, 'value:x': 'one' }])
    const after = state(
      [at(1), { title: 'A', 'field:x': { label: 'X', kind: 'text', order: 1 }, 'value:x': 'one' }],
      [at(2), { 'field:x': { label: 'Y', kind: 'text', order: 1 }, 'value:x': 'two' }]
    )
    expect(compareStates(before, after).map(({ field }) => field)).toEqual(['field:x'])
    expect(compareStates(before, before)).toEqual([])
  })

  test('are the same when a secret was only sealed again, or a field only moved', () => {
    const one = state([at(1), { ...secret('hunter2', at(1)), 'field:password': { label: 'P', order: 1 } }])
    const same = state([at(5), { ...secret('hunter2', at(5)), 'field:password': { label: 'P', order: 7 } }])
    const other = state([at(5), { ...secret('hunter3', at(5)), 'field:password': { label: 'P', order: 1 } }])
    expect(compareStates(one, same)).toEqual([])
    expect(compareStates(one, other).map(({ field }) => field)).toEqual(['field:password'])
  })

  test('do not differ where nothing stands for nothing', () => {
    const none = state([at(1), { title: 'A' }])
    const cleared = state([at(1), { title: 'A' }], [at(2), { 'tag:x': null, favorite: false, trashedAt: null }])
    expect(compareStates(none, cleared)).toEqual([])
  })

  test('are in conflict only where each was changed without having seen the other', () => {
    const mine = state([at(1), { title: 'A' }], [at(3, 'aaaaaaaa'), { title: 'B' }])
    const other = state([at(1), { title: 'A' }], [at(2, 'bbbbbbbb'), { title: 'C' }])
    const [difference] = compareStates(mine, other)
    if (difference === undefined) throw new Error('no difference')
    const apart = { mine: { aaaaaaaa: at(3) }, other: { aaaaaaaa: at(1), bbbbbbbb: at(2, 'bbbbbbbb') } }
    expect(isConflict(difference, apart)).toBe(true)
    expect(isConflict(difference, { ...apart, mine: { ...apart.mine, bbbbbbbb: at(2, 'bbbbbbbb') } })).toBe(false)
    expect([laterSide(difference), changedAt(difference.mine)]).toEqual(['mine', at(3)])
  })
})

describe('taking one side', () => {
  const mine = state([at(1), { 'value:username': 'mara', ...secret('old secret', at(1)) }])
  const other = state([at(2), { 'value:username': 'mlind', ...secret('new secret', at(2)) }])
  const seat = { item: ITEM, at: at(9), type: 'login', scope }

  test('seals its secret for the new stamp, and brings its check', () => {
    const difference = compareStates(mine, other).find(({ field }) => field === 'field:password')
    if (difference === undefined) throw new Error('no difference')
    const set = takeSide(difference, 'mine', seat)
    const value = set['value:password'] ?? null
    expect(openValue(scope, { item: ITEM, at: at(9), name: 'value:password' }, value)).toBe('old secret')
    expect(set['check:password']).toEqual({ fingerprint: fingerprint(scope, 'old secret'), bits: 40 })
  })

  test('keeps the second line of the list right', () => {
    const difference = compareStates(mine, other).find(({ field }) => field === 'field:username')
    if (difference === undefined) throw new Error('no difference')
    expect(takeSide(difference, 'mine', seat)).toEqual({ 'value:username': 'mara', subtitle: 'mara' })
    expect(valueOf(difference.other)?.version.value).toBe('mlind')
  })

  test('takes a field away that this side does not have', () => {
    const [difference] = compareStates(state(), state([at(2), { 'field:x': { label: 'X' }, 'value:x': 'there' }]))
    if (difference === undefined) throw new Error('no difference')
    expect(takeSide(difference, 'mine', seat)).toEqual({ 'field:x': null, 'value:x': null })
  })

  test('or both, one below the other, never of a secret', () => {
    const notes = (text: string, stamp: string) => state([stamp, { 'value:notes': text }])
    const [difference] = compareStates(notes('first', at(1)), notes('second', at(2)))
    if (difference === undefined) throw new Error('no difference')
    expect(takeBoth(difference, 'other', seat)).toEqual({ 'value:notes': 'second\n\nfirst' })
    const secrets = compareStates(mine, other).find(({ field }) => field === 'field:password')
    expect(secrets && takeBoth(secrets, 'other', seat)).toBeNull()
  })
})
