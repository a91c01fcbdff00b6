import * as v from 'valibot'

/** Bounds of what crosses at all. What an item can hold is less, and refused with a sentence where it is saved. */

export const MAX_TEXT = 1 << 23

export const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest))

export const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const time = v.pipe(v.number(), v.integer())
