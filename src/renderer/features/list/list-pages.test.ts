import { describe, expect, test } from 'vitest'
import { PAGE_ROWS } from '../../session/first-list.ts'
import { dropFar, pagesOf } from './list-pages.ts'

describe('the rows that the page holds', () => {
  test('are the pages around what is drawn', () => {
    expect(pagesOf({ first: 0, last: 20 })).toEqual([0])
    expect(pagesOf({ first: PAGE_ROWS - 1, last: PAGE_ROWS })).toEqual([0, 1])
  })

  test('are let go once they are far away, however far one scrolls', () => {
    const all = new Map(Array.from({ length: 1000 }, (_, page) => [page, []] as const))
    expect([...dropFar(all, { first: 500 * PAGE_ROWS, last: 500 * PAGE_ROWS + 20 }).keys()]).toEqual([
      494, 495, 496, 497, 498, 499, 500, 501, 502, 503, 504, 505, 506
    ])
  })
})
