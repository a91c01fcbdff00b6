import * as v from 'valibot'
import { breachStatus } from './breach-views.ts'
import { fieldId, itemId } from './ids.ts'

const number = v.number()
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const findingKind = v.picklist(['breached', 'weak', 'reused', 'old', 'expiring', 'noCode', 'duplicate'])
export type FindingKind = v.InferOutput<typeof findingKind>

export const finding = v.variant('kind', [
  v.strictObject({ kind: v.literal('breached'), item: itemId, field: fieldId, seen: count }),
  v.strictObject({ kind: v.literal('weak'), item: itemId, field: fieldId, bits: number }),
  v.strictObject({ kind: v.literal('old'), item: itemId, field: fieldId, since: number }),
  v.strictObject({ kind: v.literal('expiring'), item: itemId, at: number }),
  v.strictObject({ kind: v.literal('noCode'), item: itemId })
])
export type Finding = v.InferOutput<typeof finding>

export const ignoredFinding = v.strictObject({ kind: findingKind, item: itemId, reason: v.string(), at: number })
export type IgnoredFinding = v.InferOutput<typeof ignoredFinding>

/** `week` is its Monday, as `2026-11-23`. */
export const scorePoint = v.strictObject({ week: v.pipe(v.string(), v.maxLength(32)), score: number })
export type ScorePoint = v.InferOutput<typeof scorePoint>

/** Titles of the items that are named, ids everywhere else; no fingerprint leaves the vault process. */
export const healthView = v.strictObject({
  score: v.pipe(count, v.maxValue(100)),
  findings: v.array(finding),
  shared: v.array(v.strictObject({ items: v.array(itemId), bits: number, gain: count })),
  duplicates: v.array(v.array(itemId)),
  ignored: v.array(ignoredFinding),
  items: v.array(v.strictObject({ id: itemId, title: v.string(), username: v.string() })),
  trend: v.array(scorePoint),
  breaches: breachStatus
})
export type HealthView = v.InferOutput<typeof healthView>
