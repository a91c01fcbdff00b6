import { expect, test } from 'vitest'
import { tagTree } from './tag-tree.ts'
import { tagsToShow } from './tags-to-show.ts'

const many = tagTree(Array.from({ length: 5000 }, (_, place) => ({ tag: `Tag ${place}`, count: 1 })))
const names = (shown: ReturnType<typeof tagsToShow>) => shown.nodes.map(({ name }) => name)

test('of thousands of tags the first are drawn, and the others are counted', () => {
  const shown = tagsToShow(many, { typed: '', most: 100, current: null })
  expect([shown.nodes.length, shown.more]).toEqual([100, 4900])
  expect(names(shown).slice(0, 3)).toEqual(['Tag 0', 'Tag 1', 'Tag 2'])
})

test('the tag whose items are listed is drawn wherever it stands', () => {
  const shown = tagsToShow(many, { typed: '', most: 2, current: 'Tag 4711/Nested' })
  expect([names(shown), shown.more]).toEqual([['Tag 0', 'Tag 1', 'Tag 4711'], 4997])
})

test('what is typed finds nested tags by their whole path', () => {
  const tree = tagTree([
    { tag: 'Work', count: 2 },
    { tag: 'Work/Code', count: 1 },
    { tag: 'Home', count: 1 }
  ])
  expect(names(tagsToShow(tree, { typed: 'co', most: 9, current: null }))).toEqual(['Work/Code'])
  expect(names(tagsToShow(tree, { typed: ' WORK ', most: 9, current: null }))).toEqual(['Work', 'Work/Code'])
  expect(tagsToShow(tree, { typed: 'nothing', most: 9, current: 'Home' })).toEqual({ nodes: [], more: 0 })
})
