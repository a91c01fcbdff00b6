import { describe, expect, test } from 'vitest'
import type { Change } from '../../core/vault/change.ts'
import { createFoldedVault, type FoldedVault } from '../../core/vault/fold.ts'
import type { Json } from '../../core/vault/json.ts'
import { snapshotGroups } from '../../core/vault/snapshot.ts'
import type { ListFilter, ListSort } from '../../shared/list-views.ts'
import { createVaultList } from './vault-list.ts'

const id = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
const at = (time: number): string => `${time.toString(16).padStart(12, '0')}0000aaaaaaaa`
const put = (number: number, set: Readonly<Record<string, Json>>, time = 1): Change => ({
  item: id(number),
  at: at(time),
  set: { type: 'login', ...set }
})

function folded(...changes: readonly Change[]): FoldedVault {
  const vault = createFoldedVault()
  for (const change of changes) vault.apply(change)
  return vault
}

/** The same vault as it is after its file was written and opened: rows of columns, half of them sealed. */
async function reopened(vault: FoldedVault): Promise<FoldedVault> {
  const copy = createFoldedVault()
  let group = 0
  for await (const { columns, more } of snapshotGroups(vault, async () => []))
    copy.addGroup(columns, group++, more === null ? undefined : () => more)
  return copy
}

const query = (
  more: { filter?: ListFilter; text?: string; sort?: ListSort; descending?: boolean; from?: number } = {}
) => ({
  filter: { of: 'all' } as ListFilter,
  text: '',
  sort: 'title' as ListSort,
  descending: false,
  from: 0,
  count: 500,
  ...more
})

const titles = (list: ReturnType<typeof createVaultList>, asked = query()): string[] =>
  list.page(asked).rows.map(({ title }) => title)

describe('the order of the list', () => {
  test('case and accents do not matter, and numbers count as numbers', () => {
    const names = ['Server 10', 'server 2', 'Émile', 'echo']
    const list = createVaultList(folded(...names.map((title, index) => put(index + 1, { title }))))
    expect(titles(list)).toEqual(['echo', 'Émile', 'server 2', 'Server 10'])
  })

  test('the other way round', () => {
    const list = createVaultList(folded(put(1, { title: 'a' }, 5), put(2, { title: 'b' }, 9)))
    expect(titles(list, query({ sort: 'changed', descending: true }))).toEqual(['b', 'a'])
  })

  test('a renamed item moves, and a purged one is gone', () => {
    const vault = folded(put(1, { title: 'alpha' }), put(2, { title: 'beta' }), put(3, { title: 'gamma' }))
    const list = createVaultList(vault)
    while (list.prepare());
    expect(titles(list)).toEqual(['alpha', 'beta', 'gamma'])
    vault.apply(put(1, { title: 'zeta' }, 2))
    vault.apply(put(2, { purged: true }, 2))
    list.update([id(1), id(2)])
    expect(titles(list)).toEqual(['gamma', 'zeta'])
    expect(list.counts().all).toBe(2)
  })

  test('is the same for the first window, which orders nothing else, and for one of the prepared list', async () => {
    const words = ['Zebra', 'alpha', 'Éclair', 'x 10', 'x 9', '', ' space', 'Alpha', 'tab\tbed', 'ß', '10', '9', 'a-b']
    const changes = Array.from({ length: 700 }, (_, index) =>
      put(index + 1, { title: `${words[(index * 7919) % words.length]} ${(index * 31) % 97}` })
    )
    const trashed = changes
      .filter((_, index) => index % 9 === 0)
      .map(({ item }) => ({ item, at: at(2), set: { trashedAt: 5 } }))
    const vault = await reopened(folded(...changes, ...trashed))
    vault.apply(put(11, { title: 'aardvark' }, 3))
    for (const filter of [{ of: 'all' }, { of: 'trash' }, { of: 'type', type: 'login' }] as const) {
      const fresh = createVaultList(vault).page({ ...query({ filter, from: 20 }), count: 40 })
      const list = createVaultList(vault)
      while (list.prepare());
      expect(fresh).toEqual(list.page({ ...query({ filter, from: 20 }), count: 40 }))
    }
  })

  test('many changes at once give the same order as sorting anew', () => {
    const vault = folded(
      ...Array.from({ length: 200 }, (_, index) => put(index + 1, { title: `item ${(index * 7919) % 200}` }))
    )
    const list = createVaultList(vault)
    while (list.prepare());
    const after = Array.from({ length: 200 }, (_, index) =>
      put(index + 1, { title: `item ${(index * 104_729) % 200}` }, 2)
    )
    for (const change of after) vault.apply(change)
    list.update(after.map(({ item }) => item))
    expect(list.page(query())).toEqual(createVaultList(vault).page(query()))
  })
})

describe('what a filter shows', () => {
  const shown = (set: Readonly<Record<string, Json>>, filter: ListFilter) =>
    titles(createVaultList(folded(put(1, { title: 'x', ...set }))), query({ filter })).length === 1

  test('the trash shows what is trashed, and nothing else does', () => {
    const trashed = { trashedAt: 5, favorite: true, 'tag:Work': true }
    expect(shown(trashed, { of: 'trash' })).toBe(true)
    for (const filter of [
      { of: 'all' },
      { of: 'favorites' },
      { of: 'tag', tag: 'Work' },
      { of: 'type', type: 'login' }
    ] as const)
      expect(shown(trashed, filter)).toBe(false)
  })

  test('a tag shows what is nested in it, but not what merely begins alike, nor what lost the tag', () => {
    const work: ListFilter = { of: 'tag', tag: 'Work' }
    expect(shown({ 'tag:Work/Code': true }, work)).toBe(true)
    expect(shown({ 'tag:Workshop': true }, work)).toBe(false)
    expect(shown({ 'tag:Work': null }, work)).toBe(false)
  })
})

describe('what the sidebar counts', () => {
  const expected = {
    all: 2,
    favorites: 1,
    trash: 1,
    due: 0,
    types: [
      { type: 'login', count: 1 },
      { type: 'note', count: 1 }
    ],
    tags: [
      { tag: 'Work', count: 1 },
      { tag: 'Work/Cloud', count: 1 },
      { tag: 'Work/Code', count: 1 }
    ]
  }

  test('an item with two tags of one parent counts once for the parent, also as it comes from the file', async () => {
    const vault = folded(
      put(1, { title: 'x', 'tag:Work/Code': true, 'tag:Work/Cloud': true, 'tag:Old': null }),
      put(2, { title: 'y', trashedAt: 3, 'tag:Work': true }),
      put(3, { type: 'note', favorite: true })
    )
    expect(createVaultList(vault).counts()).toEqual(expected)
    expect(createVaultList(await reopened(vault)).counts()).toEqual(expected)
  })

  test('is the same when it was counted in steps, also where something changed between two of them', () => {
    const vault = folded(...Array.from({ length: 5000 }, (_, index) => put(index + 1, { title: 'x', 'tag:T': true })))
    const list = createVaultList(vault)
    let steps = 1
    while (list.countSome()) steps += 1
    expect(steps).toBe(3)
    expect(list.counts()).toEqual(createVaultList(vault).counts())
    const interrupted = createVaultList(vault)
    expect(interrupted.countSome()).toBe(true)
    vault.apply(put(1, { trashedAt: 9 }, 2))
    interrupted.update([id(1)])
    while (interrupted.countSome());
    expect(interrupted.counts()).toMatchObject({ all: 4999, trash: 1, tags: [{ tag: 'T', count: 4999 }] })
  })
})

describe('searching the list', () => {
  test('finds what was never prepared, what was saved since, and nothing that a filter hides', async () => {
    const vault = await reopened(
      folded(put(1, { title: 'Mail', subtitle: 'mia' }), put(2, { title: 'Bank', 'url:url': 'https://mail.example' }))
    )
    const list = createVaultList(vault)
    expect(titles(list, query({ text: 'mail' }))).toEqual(['Mail', 'Bank'])
    vault.apply(put(2, { trashedAt: 4 }, 2))
    vault.apply(put(3, { title: 'Mailbox' }, 2))
    list.update([id(2), id(3)])
    expect(titles(list, query({ text: 'mail' }))).toEqual(['Mail', 'Mailbox'])
    expect(titles(list, query({ text: 'mail', filter: { of: 'trash' } }))).toEqual(['Bank'])
  })

  test('finds notes that were told before anything was prepared', async () => {
    const vault = await reopened(folded(put(1, { title: 'a' }), put(2, { title: 'b' })))
    const list = createVaultList(vault)
    list.addDetailText(id(2), 'the spare key')
    expect(titles(list, query({ text: 'spare' }))).toEqual(['b'])
  })
})

describe('what is due', () => {
  const DAY = 86_400_000
  const due = (days: number, why = 'expires') => ({ at: Date.now() + days * DAY, why })

  test('is listed and counted thirty days ahead, also as it comes from the file, and not from the trash', async () => {
    const vault = folded(
      put(1, { title: 'soon', due: due(29) }),
      put(2, { title: 'later', due: due(31) }),
      put(3, { title: 'past', due: due(-400, 'rotate') }),
      put(4, { title: 'gone', due: due(1), trashedAt: 3 }),
      put(5, { title: 'none', due: null }),
      put(6, { title: 'never' })
    )
    for (const list of [createVaultList(vault), createVaultList(await reopened(vault))]) {
      expect(titles(list, query({ filter: { of: 'due' } }))).toEqual(['past', 'soon'])
      expect(list.counts().due).toBe(2)
    }
  })
})
