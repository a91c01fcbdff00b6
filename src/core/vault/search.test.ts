import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSearchIndex, type SearchIndex, type SearchTexts } from './search.ts'
import { ROWS } from './search/search-block.ts'
import { foldText, isWordStart, queryTerms } from './search/text-fold.ts'

const texts = (title: string, more: Partial<SearchTexts> = {}): SearchTexts => ({
  title,
  subtitle: '',
  tags: [],
  urls: [],
  ...more
})
const ids = (index: SearchIndex, query: string) => index.find(query).map(({ id }) => id)

function indexOf(items: Readonly<Record<string, SearchTexts>>): SearchIndex {
  const index = createSearchIndex()
  for (const [id, item] of Object.entries(items)) index.put(id, item)
  return index
}

describe('searching', () => {
  test('ranks the title itself, its beginning, its words, the rest of it, the second line, tags and addresses', () => {
    const index = indexOf({
      url: texts('f', { urls: ['https://git.example'] }),
      tag: texts('e', { tags: ['Work/Git'] }),
      subtitle: texts('d', { subtitle: 'me@git' }),
      inside: texts('digital'),
      word: texts('My Git'),
      prefix: texts('GitHub'),
      exact: texts('Git')
    })
    expect(ids(index, 'git')).toEqual(['exact', 'prefix', 'word', 'inside', 'subtitle', 'tag', 'url'])
    index.addDetailText('exact', 'nothing')
    index.put('note', texts('c'))
    index.addDetailText('note', 'the git password is in the drawer')
    expect(ids(index, 'git').at(-1)).toBe('note')
    expect(ids(index, 'g')).toEqual(['exact', 'prefix', 'word', 'inside', 'subtitle', 'tag', 'url'])
  })

  test('wants every word, in any order and any part of the item', () => {
    const index = indexOf({ a: texts('GitHub', { tags: ['Work'] }), b: texts('GitHub'), c: texts('Git Work') })
    expect(ids(index, 'work git')).toEqual(['c', 'a'])
    expect(ids(index, 'git work')).toEqual(['c', 'a'])
    expect(ids(index, 'git nothing')).toEqual([])
  })

  test('does not mind case and accents', () => {
    const index = indexOf({ a: texts('Müller Büro'), b: texts('Muller') })
    for (const query of ['MÜLLER', 'muller', 'mu\u0308ller']) expect(ids(index, query)).toEqual(['b', 'a'])
  })

  test('sorts equals by title', () => {
    const index = indexOf({ a: texts('Mail Z'), b: texts('mail a'), c: texts('Mail B') })
    expect(ids(index, 'mail')).toEqual(['b', 'c', 'a'])
  })

  test('marks what matched in title and second line', () => {
    const [hit] = indexOf({ a: texts('Die Straße', { subtitle: 'strasse@x' }) }).find('strasse')
    expect(hit?.titleHits).toEqual([[4, 10]])
    expect(hit?.subtitleHits).toEqual([[0, 7]])
  })

  test('never finds a word across two parts of an item or two items', () => {
    const index = indexOf({ a: texts('ab', { subtitle: 'cd', tags: ['ef'], urls: ['gh'] }), b: texts('ij') })
    for (const query of ['bc', 'de', 'fg', 'hi', '\u0000', '\u0001']) expect(ids(index, query)).toEqual([])
  })

  test('looks in notes for words of three letters or more, also when typing on', () => {
    const index = indexOf({ a: texts('mail'), b: texts('other') })
    index.addDetailText('b', 'my mail is here')
    expect([ids(index, 'm'), ids(index, 'ma'), ids(index, 'mai'), ids(index, 'mail')]).toEqual([
      ['a'],
      ['a'],
      ['a', 'b'],
      ['a', 'b']
    ])
    index.addDetailText('b', '')
    expect(ids(index, 'mai')).toEqual(['a'])
  })

  test('knows what was put anew, and no longer what was removed', () => {
    const index = indexOf({ a: texts('one'), b: texts('two') })
    index.addDetailText('a', 'hidden')
    expect(ids(index, 'one')).toEqual(['a'])
    index.put('a', texts('two'))
    expect([ids(index, 'one'), ids(index, 'two'), ids(index, 'hidden')]).toEqual([[], ['a', 'b'], ['a']])
    index.remove('a')
    index.remove('a')
    expect([ids(index, 'two'), ids(index, 'hidden')]).toEqual([['b'], []])
    index.put('c', texts('three'))
    expect([ids(index, 'hidden'), ids(index, 'three')]).toEqual([[], ['c']])
    index.addDetailText('gone', 'hidden')
    expect(ids(index, 'hidden')).toEqual([])
  })

  test('of nothing finds nothing', () => {
    expect(indexOf({ a: texts('a') }).find(' \n ')).toEqual([])
    expect(createSearchIndex().find('a')).toEqual([])
  })
})

describe('a filter', () => {
  test('lets through what it accepts, and is asked anew about an item that changed', () => {
    const trashed = new Set(['b'])
    const accept = (id: string) => !trashed.has(id)
    const index = indexOf({ a: texts('mail'), b: texts('mail'), c: texts('mail') })
    const seen = () => index.find('mail', accept).map(({ id }) => id)
    expect(seen()).toEqual(['a', 'c'])
    trashed.clear()
    trashed.add('c')
    for (const id of ['b', 'c']) index.put(id, texts('mail'))
    expect(seen()).toEqual(['a', 'b'])
    expect(index.find('mail', (id) => id === 'c').map(({ id }) => id)).toEqual(['c'])
    expect(index.find('mail')).toHaveLength(3)
  })
})

describe('a window of a long result', () => {
  const index = createSearchIndex()
  for (let number = 0; number < 3 * ROWS + 7; number++)
    index.put(`${number}`, texts(`item ${number}`, { tags: number % 2 === 0 ? ['even'] : [] }))

  test('has the total and its part of all hits', () => {
    const all = ids(index, 'item')
    expect(all).toHaveLength(3 * ROWS + 7)
    const window = index.findWindow('item', 600, 50)
    expect([window.total, window.hits.map(({ id }) => id)]).toEqual([all.length, all.slice(600, 650)])
    expect(index.findWindow('item', all.length - 1, 50).hits).toHaveLength(1)
    expect(index.findWindow('', 0, 50)).toEqual({ total: 0, hits: [] })
  })

  test('is filtered and marked like all of it', () => {
    const { total, hits } = index.findWindow('even 100', 0, 10, (id) => id !== '1002')
    expect(hits.map(({ id }) => id)).toEqual(['100', '1000', '1004', '1006', '1008', '1100'])
    expect([total, hits[0]?.titleHits]).toEqual([6, [[5, 8]]])
  })

  test('is the same when everything was made ready before', () => {
    const other = createSearchIndex()
    for (let number = 0; number < 2 * ROWS; number++) other.put(`${number}`, texts(`item ${number}`))
    let steps = 1
    while (other.prepare()) steps++
    expect([steps, other.prepare(), ids(other, '1023')]).toEqual([2, false, ['1023']])
  })
})

/** What the ranks mean, read off the texts without any index. */
function plainRank(item: SearchTexts, detail: string, terms: readonly string[]): number {
  const title = foldText(item.title)
  if (title === terms.join(' ')) return 0
  const rest = [...item.tags, ...item.urls].map(foldText)
  const ranks = terms.map((term) => {
    if (title === term) return 0
    if (title.startsWith(term)) return 1
    const places = Array.from(title, (_, at) => at).filter((at) => title.startsWith(term, at))
    if (places.length > 0) return places.some((at) => isWordStart(title, at)) ? 2 : 3
    if (foldText(item.subtitle).includes(term)) return 4
    if (rest.some((text) => text.includes(term))) return 5
    return term.length >= 3 && foldText(detail).includes(term) ? 6 : Number.NaN
  })
  return ranks.reduce((sum, rank) => sum + rank, 0)
}

type Step =
  | readonly ['put', string, SearchTexts]
  | readonly ['remove', string]
  | readonly ['detail', string, string]
  | readonly ['find', string]

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'B', 'ß', 'e\u0301', ' ', '-', '1'), maxLength: 6 })
const anyId = fc.constantFrom('i', 'j', 'k', 'l')
const anyTexts = fc.record({
  title: letters,
  subtitle: letters,
  tags: fc.array(letters, { maxLength: 2 }),
  urls: fc.array(letters, { maxLength: 2 })
})
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.constant('put' as const), anyId, anyTexts),
  fc.tuple(fc.constant('remove' as const), anyId),
  fc.tuple(fc.constant('detail' as const), anyId, letters),
  fc.tuple(fc.constant('find' as const), letters)
)

describe('the index', () => {
  test('finds what reading every item would find, in an order of its ranks, whatever was put, removed and typed', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30 }), (steps) => {
        const index = createSearchIndex()
        const items = new Map<string, { texts: SearchTexts; detail: string }>()
        for (const step of steps) {
          if (step[0] === 'find') expectFound(index, items, step[1])
          else perform(index, items, step)
        }
      }),
      { numRuns: 400 }
    )
  })
})

type Items = Map<string, { texts: SearchTexts; detail: string }>

function perform(index: SearchIndex, items: Items, step: Exclude<Step, readonly ['find', string]>): void {
  const known = items.get(step[1])
  if (step[0] === 'put') {
    index.put(step[1], step[2])
    items.set(step[1], { texts: step[2], detail: known?.detail ?? '' })
  } else if (step[0] === 'remove') {
    index.remove(step[1])
    items.delete(step[1])
  } else {
    index.addDetailText(step[1], step[2])
    if (known !== undefined) items.set(step[1], { texts: known.texts, detail: step[2] })
  }
}

/** As it is typed: each key narrows what the one before found. */
function expectFound(index: SearchIndex, items: Items, query: string): void {
  for (const typed of Array.from(query, (_, at) => query.slice(0, at + 1))) {
    const terms = queryTerms(typed)
    const rankOf = (id: string) => plainRank(items.get(id)?.texts ?? texts(''), items.get(id)?.detail ?? '', terms)
    const expected = terms.length === 0 ? [] : [...items.keys()].filter((id) => !Number.isNaN(rankOf(id)))
    const found = ids(index, typed)
    expect(found.toSorted()).toEqual(expected.toSorted())
    const keys = found.map((id) => `${String(rankOf(id)).padStart(3)} ${foldText(items.get(id)?.texts.title ?? '')}`)
    expect(keys).toEqual(keys.toSorted())
  }
}
