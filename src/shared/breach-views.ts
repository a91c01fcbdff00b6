import * as v from 'valibot'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const time = v.pipe(v.number(), v.integer())

/** Where breached passwords were looked for. */
export const breachSource = v.picklist(['file', 'online'])
export type BreachSource = v.InferOutput<typeof breachSource>

/** What the health page says of checks: how many passwords there are to look for, and how the last check went. */
export const breachStatus = v.strictObject({
  passwords: count,
  /** Passwords set since the last check, or not reached by it: of these nothing is known. */
  unchecked: count,
  last: v.nullable(v.strictObject({ at: time, of: breachSource }))
})
export type BreachStatus = v.InferOutput<typeof breachStatus>

/** What ended a check early; `why` is a detail of the code. */
export const breachTrouble = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^[A-Z_]{1,64}$/)),
  why: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{1,16}$/)))
})
export type BreachTrouble = v.InferOutput<typeof breachTrouble>

/** Counts of passwords. With trouble, `left` of them were not reached; what was found of the others is kept. */
export const breachResult = v.strictObject({
  checked: count,
  found: count,
  left: count,
  trouble: v.nullable(breachTrouble)
})
export type BreachResult = v.InferOutput<typeof breachResult>

/** Five hex digits of a hash: all that ever leaves this computer. */
export const rangePrefix = v.pipe(v.string(), v.regex(/^[0-9A-F]{5}$/))

/** One line of the answer to a range query: the other digits of a hash, and how often its password was seen. */
export const rangeLine = v.strictObject({ suffix: v.pipe(v.string(), v.regex(/^[0-9A-F]{35}$/)), count })
export type RangeLine = v.InferOutput<typeof rangeLine>
