import { expect, test } from 'vitest'
import { LEAST_SIZE, openingBounds } from './window-place.ts'

const SCREEN = { x: 0, y: 0, width: 1920, height: 1080 }
const place = (x: number, y: number) => ({ width: 1000, height: 680, at: { x, y }, maximized: false })

test('the window opens where it was', () => {
  expect(openingBounds(place(100, 50), [SCREEN])).toEqual({ x: 100, y: 50, width: 1000, height: 680 })
  expect(openingBounds(place(-800, 50), [SCREEN])).toMatchObject({ x: -800 })
})

test.each([
  [2500, 50],
  [-950, 50],
  [100, -30],
  [100, 1060]
])('a window whose title bar would be off every screen (%d, %d) is placed by the system', (x, y) => {
  expect(openingBounds(place(x, y), [SCREEN])).toEqual({ width: 1000, height: 680 })
  expect(openingBounds(place(x, y), [])).toEqual({ width: 1000, height: 680 })
})

test('it is never too small to use', () => {
  expect(openingBounds({ width: 1, height: 1, at: null, maximized: false }, [SCREEN])).toEqual(LEAST_SIZE)
})
