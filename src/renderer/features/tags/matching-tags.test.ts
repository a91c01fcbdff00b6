import { expect, test } from 'vitest'
import { matchesTag, offeredTags } from './matching-tags.ts'

const none = new Set<string>()

test('a tag is found by words anywhere in it, whatever their case', () => {
  expect(matchesTag('Work/Code', 'code WORK')).toBe(true)
  expect(matchesTag('Work/Code', 'code home')).toBe(false)
  expect(matchesTag('Work', '')).toBe(true)
})

test('tags that begin with what was typed are offered before those that have it elsewhere', () => {
  expect(offeredTags(['Homework', 'Money', 'Work', 'Work/Code'], none, 'work')).toEqual([
    'Work',
    'Work/Code',
    'Homework'
  ])
})

test('what the item has already is not offered, and of thousands only as many as one can look through', () => {
  const known = Array.from({ length: 5000 }, (_, place) => `Tag ${place}`)
  expect(offeredTags(['Home', 'Work'], new Set(['Home']), '')).toEqual(['Work'])
  expect(offeredTags(known, none, 'tag')).toHaveLength(50)
  expect(offeredTags(known, none, '4999')).toEqual(['Tag 4999'])
})
