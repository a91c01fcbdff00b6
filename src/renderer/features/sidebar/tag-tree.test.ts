import { expect, test } from 'vitest'
import { tagTree } from './tag-tree.ts'

test('tags hang under the tags they are nested in, in the order of a reader', () => {
  const tree = tagTree([
    { tag: 'Work', count: 3 },
    { tag: 'Work/Code', count: 2 },
    { tag: 'Work/Code/CI', count: 1 },
    { tag: 'Workshop', count: 1 },
    { tag: 'home', count: 4 }
  ])
  expect(tree.map(({ tag, count }) => [tag, count])).toEqual([
    ['home', 4],
    ['Work', 3],
    ['Workshop', 1]
  ])
  expect(tree[1]?.children).toEqual([
    {
      tag: 'Work/Code',
      name: 'Code',
      count: 2,
      children: [{ tag: 'Work/Code/CI', name: 'CI', count: 1, children: [] }]
    }
  ])
})

test('a nested tag brings its parents with it', () => {
  expect(tagTree([{ tag: 'A/B', count: 1 }])[0]).toMatchObject({ tag: 'A', children: [{ tag: 'A/B', name: 'B' }] })
})
