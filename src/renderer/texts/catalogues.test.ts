import { describe, expect, test } from 'vitest'
import { de } from './de.ts'
import { en } from './en.ts'

type Leaf = { readonly path: string; readonly value: unknown }

function leaves(value: unknown, path = ''): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`))
}

const shapeOf = (catalogue: unknown): readonly string[] =>
  leaves(catalogue)
    .map(({ path, value }) => `${path}: ${typeof value}`)
    .toSorted()

describe('the languages of the page', () => {
  test('have the same entries of the same kinds', () => {
    expect(shapeOf(de)).toEqual(shapeOf(en))
  })

  test.each([
    ['English', en],
    ['German', de]
  ])('%s has no empty words', (_, catalogue) => {
    const empty = leaves(catalogue).filter(({ value }) => typeof value === 'string' && value.trim() === '')
    expect(empty).toEqual([])
  })

  test('say the longer things differently', () => {
    const german = new Map(leaves(de).map(({ path, value }) => [path, value]))
    const same = leaves(en).filter(
      ({ path, value }) => typeof value === 'string' && value.length > 24 && german.get(path) === value
    )
    expect(same).toEqual([])
  })
})
