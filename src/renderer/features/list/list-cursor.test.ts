import { describe, expect, test } from 'vitest'
import { movedIndex, moveOfKey } from './list-cursor.ts'

const stroke = (key: string, ctrlKey = false) => ({ key, ctrlKey, altKey: false, shiftKey: false })

describe('arrows in the list', () => {
  test('move with Shift too, which then takes what is in between', () => {
    expect(moveOfKey({ ...stroke('ArrowDown'), shiftKey: true }, 10, true)).toEqual({ by: 1 })
    expect(moveOfKey({ ...stroke('Home'), shiftKey: true }, 10, true)).toBeNull()
  })

  test('move the selection while the search keeps the caret', () => {
    expect(moveOfKey(stroke('ArrowDown'), 10, true)).toEqual({ by: 1 })
    expect(moveOfKey(stroke('PageUp'), 10, true)).toEqual({ by: -10 })
    expect(moveOfKey(stroke('Home'), 10, true)).toBeNull()
    expect(moveOfKey(stroke('End', true), 10, true)).toEqual({ to: 'last' })
    expect(moveOfKey(stroke('ArrowLeft'), 10, true)).toBeNull()
  })

  test('stop at the ends and begin at the top', () => {
    expect(movedIndex(null, { by: 1 }, 5)).toBe(0)
    expect(movedIndex(4, { by: 1 }, 5)).toBe(4)
    expect(movedIndex(2, { by: -10 }, 5)).toBe(0)
    expect(movedIndex(2, { to: 'last' }, 5)).toBe(4)
    expect(movedIndex(null, { by: 1 }, 0)).toBeNull()
  })
})
